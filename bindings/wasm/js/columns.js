// Columns: typed arrays of the caller's, as bytes for the module, and back.

import { Fault, entries, listed } from "./given.js";

const ARRAYS = { Uint8Array, Uint32Array, Int32Array };
const KNOWN = "a Uint8Array, Uint32Array or Int32Array, or `{ values, validity }` of them";

function sort(array) {
  return Object.keys(ARRAYS).find((name) => array instanceof ARRAYS[name]);
}

/** The values of a column and which of them are known. */
function parts(column) {
  return ArrayBuffer.isView(column) ? { values: column } : column;
}

/** The names of columns and the sort of their values; columns that are left out aren't there. */
export function columns(given) {
  return listed((list) => {
    for (const [name, column] of entries("columns", given)) {
      if (column === null) continue;
      const { values, validity } = parts(column);
      if (sort(values) === undefined) throw new Fault("invalid", name, KNOWN);
      if (validity !== undefined && validity !== null && sort(validity) !== "Uint8Array") {
        throw new Fault("invalid", `${name}.validity`, "a Uint8Array, a bit a row");
      }
      list.push(name, sort(values));
    }
  });
}

function bytes(array) {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** The bytes of a column's values. */
export function values(given, name) {
  return bytes(parts(given[name]).values);
}

/** Which of them are known; undefined where all are. */
export function validity(given, name) {
  return parts(given[name]).validity ?? undefined;
}

/** Puts a column into an object: bytes of the module, copied. */
export function put(into, name, array, sort, validity) {
  const { buffer } = array.slice();
  const values = new ARRAYS[sort](buffer);
  into[name] = validity === undefined ? values : { values, validity: validity.slice() };
}

export const empty = () => ({});

export const resolved = (columns, rejected) => ({ columns, rejected });
