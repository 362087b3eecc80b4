import type { Lang } from "./types.js";

/** What is asked: as of which day, and in which words. */
export interface Options {
  /** The day, written 2023-11-15. Nothing is assumed: there is no today. */
  asOf: string;
  /** From how many days left on a duty is due soon; the policy's own number where left out. */
  dueSoonDays?: number;
  /** The language of responsible units and posts, Chinese where left out. */
  lang?: Lang;
}

/** What is asked of a whole register's sensitivity. */
export interface SensitivityOptions extends Options {
  /** For how many people more or fewer; a tenth of the policy's lowest threshold, rounded up, where left out. */
  within?: number;
  /** How many rows are named at most of those that change alike; all where left out. */
  most?: number;
}
