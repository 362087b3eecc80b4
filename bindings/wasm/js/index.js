import load, { initSync as loadSync } from "./qiaolian.js";

export { QiaolianError } from "./error.js";
export { Policy } from "./qiaolian.js";

export default async function init(source = new URL("./qiaolian_bg.wasm", import.meta.url)) {
  await load({ module_or_path: source });
}

export function initSync(source) {
  loadSync({ module: source });
}
