import type { Envelope, FilePlace, Mistake, ProblemReport, Text } from "./types.js";

/** Why there is no answer: which error, what is wrong and how to mend it, in both languages. */
export declare class QiaolianError extends Error {
  private constructor(said: string, envelope: Envelope);
  readonly name: "QiaolianError";
  /** The same as plain data, as on every surface. */
  readonly envelope: Envelope;
  /** Which error it is. */
  readonly code: string;
  /** What is wrong, in both languages; `message` says it in English. */
  readonly text: Text;
  /** How to mend it. */
  readonly help: Text;
  /** The problems of the facts, where it is about facts. */
  readonly problems: ProblemReport[];
  /** Where in a pack the first mistake stands; undefined where it is about no file. */
  readonly where: FilePlace | undefined;
  /** All mistakes of a pack, the first one too. */
  readonly related: Mistake[];
  toJSON(): Envelope;
}
