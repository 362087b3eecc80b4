export { QiaolianError } from "./error.js";
export { init as default, initSync } from "./init.js";
export type { Source } from "./init.js";
export type { Options, SensitivityOptions } from "./options.js";
export { Policy } from "./qiaolian_full.js";
export type * from "./columns.js";
export type * from "./types.js";
