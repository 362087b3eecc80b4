import { readFile } from "node:fs/promises";

import load from "./full.js";

export * from "./full.js";

export default async function init(source) {
  // Node 20 doesn't fetch files.
  await load(source ?? (await readFile(new URL("./qiaolian_full_bg.wasm", import.meta.url))));
}
