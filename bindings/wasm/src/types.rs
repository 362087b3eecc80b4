//! What the declarations of the module take from those of the data and of the error.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const IMPORTS: &str = r#"
import type { QiaolianError } from "./error.js";
import type {
  Choices, Determination, Explained, Facts, Lang, PolicyEntry, PolicyId, ProvisionEntry,
  ReadingEntry,
} from "./types.js";

/** What is asked: as of which day, and in which words. */
export interface Options {
  /** The day, written 2023-11-15. Nothing is assumed: there is no today. */
  asOf: string;
  /** From how many days left on a duty is due soon; the policy's own number where left out. */
  dueSoonDays?: number;
  /** The language of responsible units and posts, Chinese where left out. */
  lang?: Lang;
}
"#;
