// The package in Node, each of its two modules.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { PACKAGE, checkVectors, countIn, countInRust, madeFolder, read, vectors } from "./files.js";
import { checks, checksOfFull } from "./shared/behaviour.js";
import { run as runChecks } from "./shared/check_vectors.js";
import { MODULES } from "./shared/modules.js";
import { run } from "./shared/vectors.js";

for (const [module, { node, wasm, isFull }] of Object.entries(MODULES)) {
  const qiaolian = await import(`../pkg/${node}`);
  await qiaolian.default();

  test(`${module}: the vectors of built-in policies: every field, the same bytes`, async () => {
    const { builtIn, others } = await vectors();
    const { count, wrong } = await run(qiaolian, read, builtIn);
    assert.deepEqual(wrong, []);
    const ofOthers = await countIn(others.flatMap(({ files }) => files));
    assert.equal(count + ofOthers, await countInRust());
  });

  if (isFull) {
    test(`${module}: the vectors of other packs, loaded from their texts`, async () => {
      const { others } = await vectors();
      assert.ok(others.length > 0);
      for (const { files, pack } of others) {
        const { count, wrong } = await run(qiaolian, read, files, pack);
        assert.deepEqual(wrong, []);
        assert.equal(count, await countIn(files));
      }
    });

    test(`${module}: the vectors of the checks: every finding, the same bytes`, async () => {
      const { count, wrong } = await runChecks(qiaolian, read, await checkVectors());
      assert.deepEqual(wrong, []);
      assert.equal(count, await countInRust("checks/vectors.rs"));
    });
  }

  for (const [name, check] of Object.entries({ ...checks, ...(isFull && checksOfFull) })) {
    test(`${module}: ${name}`, () => check(qiaolian));
  }

  test(`${module}: a second start changes nothing`, async () => {
    await Promise.all([qiaolian.default(), qiaolian.default()]);
    assert.equal(qiaolian.Policy.yuxi2020().places().length, 803);
  });

  for (const [how, start] of Object.entries({
    "from bytes": (fresh, bytes) => fresh.default(bytes),
    "from a promise of a response": (fresh, bytes) =>
      fresh.default(Promise.resolve(new Response(bytes, { headers: { "content-type": "application/wasm" } }))),
    "from a compiled module": async (fresh, bytes) => fresh.default(await WebAssembly.compile(bytes)),
    "at once, from bytes": (fresh, bytes) => fresh.initSync(bytes),
    "at once, from a compiled module": (fresh, bytes) => fresh.initSync(new WebAssembly.Module(bytes)),
  })) {
    test(`${module}: starts ${how}`, async () => {
      const folder = await madeFolder(`${module} ${how}`.replaceAll(/\W+/g, "-"));
      const fresh = await import(`${folder}node_modules/qiaolian/${node}`);
      const bytes = await readFile(PACKAGE + wasm);
      await start(fresh, bytes);
      assert.equal(fresh.Policy.yuxi2020().places().length, 803);
    });
  }
}
