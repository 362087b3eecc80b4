import { readFile } from "node:fs/promises";

import load from "./index.js";

export * from "./index.js";

export default async function init(source) {
  // Node 20 doesn't fetch files.
  await load(source ?? (await readFile(new URL("./qiaolian_bg.wasm", import.meta.url))));
}
