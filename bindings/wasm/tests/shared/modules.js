// The two modules of the package: what each is imported by, and what it consists of.

export const MODULES = {
  qiaolian: { page: "index.js", node: "node.js", wasm: "qiaolian_bg.wasm", isFull: false },
  "qiaolian/full": { page: "full.js", node: "full_node.js", wasm: "qiaolian_full_bg.wasm", isFull: true },
};
