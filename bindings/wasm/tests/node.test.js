// The package in Node.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import * as qiaolian from "../pkg/node.js";
import { PACKAGE, countInRust, madeFolder, read, vectors } from "./files.js";
import { checks } from "./shared/behaviour.js";
import { run } from "./shared/vectors.js";

await qiaolian.default();

test("the vectors: every field, the same bytes", async () => {
  const { files, others } = await vectors();
  const { count, wrong } = await run(qiaolian, read, files);
  assert.deepEqual(wrong, []);
  // A pack that isn't built in can't be loaded: `surface.json` says why.
  assert.equal(count + others, await countInRust());
});

for (const [name, check] of Object.entries(checks)) {
  test(name, () => check(qiaolian));
}

test("a second start changes nothing", async () => {
  await Promise.all([qiaolian.default(), qiaolian.default()]);
  assert.equal(qiaolian.Policy.yuxi2020().readings().length, 12);
});

for (const [how, start] of Object.entries({
  "from bytes": (fresh, bytes) => fresh.default(bytes),
  "from a promise of a response": (fresh, bytes) =>
    fresh.default(Promise.resolve(new Response(bytes, { headers: { "content-type": "application/wasm" } }))),
  "from a compiled module": async (fresh, bytes) => fresh.default(await WebAssembly.compile(bytes)),
  "at once, from bytes": (fresh, bytes) => fresh.initSync(bytes),
  "at once, from a compiled module": (fresh, bytes) => fresh.initSync(new WebAssembly.Module(bytes)),
})) {
  test(`starts ${how}`, async () => {
    const folder = await madeFolder(how.replaceAll(/\W+/g, "-"));
    const fresh = await import(`${folder}node_modules/qiaolian/node.js`);
    const bytes = await readFile(`${PACKAGE}qiaolian_bg.wasm`);
    await start(fresh, bytes);
    assert.equal(fresh.Policy.yuxi2020().describe().places, 803);
  });
}
