// The README's page, as it stands there: from a static file, and built with Vite.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { after, test } from "node:test";

import { build } from "vite";

import { launch, open } from "./browser.js";
import { madeFolder, read } from "./files.js";
import { serve } from "./server.js";

const READMES = ["bindings/wasm/README.md", "README.md", "README.zh.md"];
const WITH_SCRIPTS = READMES.slice(0, 1);
const EXPECTED = /金州社区居民委员会.*原则上必须.*侨联/;
const browser = await launch();
after(() => browser.close());

async function blocks(readme, language) {
  const found = (await read(readme)).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"));
  return [...found].map(([, block]) => block);
}

/** What the page of a folder says in the end. */
async function said(folder) {
  const server = await serve(folder);
  const { page, complaints } = await open(browser, server.address);
  const answer = page.locator("#answer:not(:empty)");
  await answer.waitFor({ timeout: 10_000 }).catch(() => {});
  const text = await page.locator("#answer").textContent();
  await page.close();
  server.close();
  assert.deepEqual(complaints, []);
  return text;
}

for (const [at, readme] of READMES.entries()) {
  test(`the page of ${readme} runs, unbundled and bundled`, async () => {
    const [page, ...more] = await blocks(readme, "html");
    assert.deepEqual(more, []);
    const folder = await madeFolder(`readme-${at}`);
    await writeFile(`${folder}index.html`, page);
    assert.match(await said(folder), EXPECTED);
    await build({ root: folder, logLevel: "warn", configFile: false });
    assert.match(await said(`${folder}dist/`), EXPECTED);
  });

  test(`the page of ${readme} runs with the full module in the place of the other`, async () => {
    const [page] = await blocks(readme, "html");
    const folder = await madeFolder(`readme-full-${at}`);
    const changed = page.replaceAll('"qiaolian"', '"qiaolian/full"').replace("/index.js", "/full.js");
    assert.notEqual(changed, page);
    await writeFile(`${folder}index.html`, changed);
    assert.match(await said(folder), EXPECTED);
    await build({ root: folder, logLevel: "warn", configFile: false });
    assert.match(await said(`${folder}dist/`), EXPECTED);
  });
}

for (const [at, readme] of WITH_SCRIPTS.entries()) {
  test(`the script of ${readme} runs in Node`, async () => {
    const scripts = await blocks(readme, "js");
    assert.ok(scripts.length > 0);
    const folder = await madeFolder(`readme-node-${at}`);
    await writeFile(`${folder}script.mjs`, scripts.join("\n"));
    await import(`${folder}script.mjs`);
  });
}
