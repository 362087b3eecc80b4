import load, { initSync as loadSync } from "./qiaolian_full.js";

export { QiaolianError } from "./error.js";
export { Policy } from "./qiaolian_full.js";

export default async function init(source = new URL("./qiaolian_full_bg.wasm", import.meta.url)) {
  await load({ module_or_path: source });
}

export function initSync(source) {
  loadSync({ module: source });
}
