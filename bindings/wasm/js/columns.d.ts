import type { RejectedEntry } from "./types.js";

/** Values of one sort: codes, days or people. */
type Values = Uint8Array | Uint32Array | Int32Array;

/** Values, and which of them are known: a bit a row, the lowest of a byte first. */
export interface KnownColumn<V extends Values = Values> {
  values: V;
  validity: Uint8Array;
}

/**
 * Columns that go in, by the names of facts; one that is left out, or null, is unknown in every row.
 * Codes and bits are a Uint8Array, people a Uint32Array, days from 1970-01-01 an Int32Array.
 */
export type Columns = Readonly<
  Record<string, Values | { readonly values: Values; readonly validity?: Uint8Array | null } | null | undefined>
>;

/** The columns of facts, and the rows whose facts don't hold up, which are of no kind there. */
export interface ResolvedColumns {
  columns: Record<string, Uint8Array | KnownColumn>;
  rejected: RejectedEntry[];
}

/** The answers of all rows, a column each; `columnCodes` says what the numbers are. */
export interface AnswerColumns {
  duty: Uint8Array;
  fulfilment: Uint8Array;
  status: Uint8Array;
  due: KnownColumn<Int32Array>;
  days_left: KnownColumn<Int32Array>;
  shortfall: KnownColumn<Uint32Array>;
  problems: Uint8Array;
}
