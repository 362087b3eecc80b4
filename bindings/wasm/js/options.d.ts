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
