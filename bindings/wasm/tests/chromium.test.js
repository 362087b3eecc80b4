// The package in a page, each of its two modules: unbundled, under a strict content security policy.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { launch, open } from "./browser.js";
import { CHECKOUT, checkVectors, countIn, countInRust, vectors } from "./files.js";
import { serve } from "./server.js";
import { checks, checksOfFull } from "./shared/behaviour.js";
import { MODULES } from "./shared/modules.js";

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const server = await serve(CHECKOUT, { "content-security-policy": POLICY });
const browser = await launch();
const PAGE = `${server.address}bindings/wasm/tests/page.html`;
const { page, complaints } = await open(browser, PAGE);
after(async () => {
  await browser.close();
  server.close();
});

/** Runs vectors in the page. */
const runInPage = (entry, files, pack, runner = "vectors.js") =>
  page.evaluate(async ({ entry, files, pack, runner }) => {
    const qiaolian = await import(`/bindings/wasm/pkg/${entry}`);
    const { run } = await import(`/bindings/wasm/tests/shared/${runner}`);
    await qiaolian.default();
    return run(qiaolian, async (path) => (await fetch(`/${path}`)).text(), files, pack);
  }, { entry, files, pack, runner });

for (const [module, { page: entry, wasm, isFull }] of Object.entries(MODULES)) {
  test(`${module}: the vectors of built-in policies: every field, the same bytes`, async () => {
    const { builtIn, others } = await vectors();
    const { count, wrong } = await runInPage(entry, builtIn);
    assert.deepEqual(wrong, []);
    const ofOthers = await countIn(others.flatMap(({ files }) => files));
    assert.equal(count + ofOthers, await countInRust());
  });

  if (isFull) {
    test(`${module}: the vectors of other packs, loaded from their texts`, async () => {
      const { others } = await vectors();
      assert.ok(others.length > 0);
      for (const { files, pack } of others) {
        const { count, wrong } = await runInPage(entry, files, pack);
        assert.deepEqual(wrong, []);
        assert.equal(count, await countIn(files));
      }
    });

    test(`${module}: the vectors of the checks: every finding, the same bytes`, async () => {
      const { count, wrong } = await runInPage(entry, await checkVectors(), undefined, "check_vectors.js");
      assert.deepEqual(wrong, []);
      assert.equal(count, await countInRust("checks/vectors.rs"));
    });
  }

  for (const name of Object.keys({ ...checks, ...(isFull && checksOfFull) })) {
    test(`${module}: ${name}`, () =>
      page.evaluate(async ({ entry, name }) => {
        const qiaolian = await import(`/bindings/wasm/pkg/${entry}`);
        const { checks, checksOfFull } = await import("/bindings/wasm/tests/shared/behaviour.js");
        await qiaolian.default();
        (checks[name] ?? checksOfFull[name])(qiaolian);
      }, { entry, name }));
  }

  test(`${module}: starts from bytes, from a response and where it is told to`, async () => {
    for (const how of ["bytes", "response", "place", "compiled"]) {
      const { page, complaints } = await open(browser, PAGE);
      const places = await page.evaluate(async ({ entry, wasm, how }) => {
        const { default: init, Policy } = await import(`/bindings/wasm/pkg/${entry}`);
        const place = `/bindings/wasm/pkg/${wasm}`;
        const sources = {
          bytes: async () => (await fetch(place)).arrayBuffer(),
          response: () => fetch(place),
          place: () => place,
          compiled: () => WebAssembly.compileStreaming(fetch(place)),
        };
        await init(sources[how]());
        return Policy.yuxi2020().places().length;
      }, { entry, wasm, how });
      assert.equal(places, 803, how);
      assert.deepEqual(complaints, []);
      await page.close();
    }
  });
}

test("the page had nothing to complain of", () => assert.deepEqual(complaints, []));
