// The package in a page: unbundled, under a strict content security policy.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { launch, open } from "./browser.js";
import { CHECKOUT, countInRust, vectors } from "./files.js";
import { serve } from "./server.js";
import { checks } from "./shared/behaviour.js";

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const server = await serve(CHECKOUT, { "content-security-policy": POLICY });
const browser = await launch();
const { page, complaints } = await open(browser, `${server.address}bindings/wasm/tests/page.html`);
after(async () => {
  await browser.close();
  server.close();
});

test("the vectors: every field, the same bytes", async () => {
  const { files, others } = await vectors();
  const { count, wrong } = await page.evaluate(async (files) => {
    const qiaolian = await import("/bindings/wasm/pkg/index.js");
    const { run } = await import("/bindings/wasm/tests/shared/vectors.js");
    await qiaolian.default();
    return run(qiaolian, async (path) => (await fetch(`/${path}`)).text(), files);
  }, files);
  assert.deepEqual(wrong, []);
  assert.equal(count + others, await countInRust());
});

for (const name of Object.keys(checks)) {
  test(name, () =>
    page.evaluate(async (name) => {
      const qiaolian = await import("/bindings/wasm/pkg/index.js");
      const { checks } = await import("/bindings/wasm/tests/shared/behaviour.js");
      await qiaolian.default();
      checks[name](qiaolian);
    }, name));
}

test("starts from bytes, from a response and where it is told to", async () => {
  for (const how of ["bytes", "response", "place", "compiled"]) {
    const { page, complaints } = await open(browser, `${server.address}bindings/wasm/tests/page.html`);
    const places = await page.evaluate(async (how) => {
      const { default: init, Policy } = await import("/bindings/wasm/pkg/index.js");
      const place = "/bindings/wasm/pkg/qiaolian_bg.wasm";
      const sources = {
        bytes: async () => (await fetch(place)).arrayBuffer(),
        response: () => fetch(place),
        place: () => place,
        compiled: () => WebAssembly.compileStreaming(fetch(place)),
      };
      await init(sources[how]());
      return Policy.yuxi2020().describe().places;
    }, how);
    assert.equal(places, 803, how);
    assert.deepEqual(complaints, []);
    await page.close();
  }
});

test("the page had nothing to complain of", () => assert.deepEqual(complaints, []));
