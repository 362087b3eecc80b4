/** The module: its bytes, a response that has them, where it is, or the module compiled. */
export type Source =
  BufferSource | WebAssembly.Module | Response | Request | URL | string;

/**
 * Makes everything ready, once: a second call waits for the first and loads nothing. Without a
 * source it loads the module that lies beside this file, in a page and in Node alike.
 */
export declare function init(source?: Source | Promise<Source>): Promise<void>;

/** The same at once, from bytes or a compiled module. */
export declare function initSync(source: BufferSource | WebAssembly.Module): void;
