//! What the declarations of the module take from those of the data and of the error.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const IMPORTS: &str = r#"
import type { QiaolianError } from "./error.js";
import type { Options } from "./options.js";
import type { Choices, Determination, Facts, PolicyId } from "./types.js";
"#;

#[cfg(feature = "full")]
#[wasm_bindgen(typescript_custom_section)]
const IMPORTS_OF_FULL: &str = r#"
import type { SensitivityOptions } from "./options.js";
import type {
  Case, CheckReport, ColumnCodes, CoverageReport, DiffReport, Dossier, Explained, Findings,
  GovernanceInput, Lang, NextFactReport, PlanReport, PolicyEntry, ProcedureReport, ProvisionEntry,
  ReadingEntry, ReportFindings, ReportInput, RuleEntry, Schedule, SchemaName, SensitivityReport,
  WhatIfReport,
} from "./types.js";
import type { AnswerColumns, Columns, ResolvedColumns } from "./columns.js";
"#;
