//! The checks of the rest of a document: a case goes in as plain data, findings come out so.

use qiaolian::Question;
use qiaolian::checks::{Case, GovernanceInput, ReportInput, from_json};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::arguments::question;
use crate::error::{Refused, plain};
use crate::policy::Policy;

#[wasm_bindgen(raw_module = "./json.js")]
extern "C" {
    /// Plain data as JSON; undefined where it is none.
    #[wasm_bindgen(catch)]
    fn json(value: &JsValue) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
impl Policy {
    /// The steps to a subject's organisation as they stand (2.1, 2.2, 3.1, 3.2).
    ///
    /// # Errors
    /// The case has mistakes: the error has every one, with its path.
    #[wasm_bindgen(unchecked_return_type = "ProcedureReport")]
    pub fn procedure(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Case")] case: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        found("case", case, options, |case: &Case, question| self.0.procedure(case, question))
    }

    /// What remains to be done until a subject has its organisation, in which order.
    ///
    /// # Errors
    /// As for `procedure`.
    #[wasm_bindgen(unchecked_return_type = "PlanReport")]
    pub fn plan(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Case")] case: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        found("case", case, options, |case: &Case, question| self.0.plan(case, question))
    }

    /// Who leads and staffs a federation (3.3), and the steps of its election (3.1).
    ///
    /// # Errors
    /// As for `procedure`.
    #[wasm_bindgen(unchecked_return_type = "Findings")]
    pub fn leadership(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Case")] case: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        found("case", case, options, |case: &Case, question| self.0.leadership(case, question))
    }

    /// A federation's office and registration (3.2).
    ///
    /// # Errors
    /// As for `procedure`.
    #[wasm_bindgen(unchecked_return_type = "Findings")]
    pub fn office(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Case")] case: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        found("case", case, options, |case: &Case, question| self.0.office(case, question))
    }

    /// A subject's homes, groups and activities (3.4).
    ///
    /// # Errors
    /// As for `procedure`.
    #[wasm_bindgen(unchecked_return_type = "Findings")]
    pub fn platform(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Case")] case: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        found("case", case, options, |case: &Case, question| self.0.platform(case, question))
    }

    /// A federation's standing, funds and training (3.5).
    ///
    /// # Errors
    /// As for `procedure`.
    #[wasm_bindgen(unchecked_return_type = "Findings")]
    pub fn safeguards(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Case")] case: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        found("case", case, options, |case: &Case, question| self.0.safeguards(case, question))
    }

    /// The composition of the group that leads the whole work (4), by post.
    ///
    /// # Errors
    /// The input has mistakes: the error has every one, with its path.
    #[wasm_bindgen(unchecked_return_type = "Findings")]
    pub fn governance(
        &self,
        #[wasm_bindgen(unchecked_param_type = "GovernanceInput")] group: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let find = |group: &GovernanceInput, question| self.0.governance(group, question);
        found("group", group, options, find)
    }

    /// What was reported by a date (5.4), of each place that owes it.
    ///
    /// # Errors
    /// The input has mistakes: the error has every one, with its path.
    #[wasm_bindgen(unchecked_return_type = "ReportFindings")]
    pub fn report(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ReportInput")] reports: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let find = |reports: &ReportInput, question| self.0.report(reports, question);
        found("reports", reports, options, find)
    }

    /// One place or unit as a whole: its determination, and what every check finds of it.
    ///
    /// # Errors
    /// As for `procedure`.
    #[wasm_bindgen(unchecked_return_type = "Dossier")]
    pub fn dossier(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Case")] case: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        found("case", case, options, |case: &Case, question| self.0.dossier(case, question))
    }

    /// The same as a tree of lines to read.
    ///
    /// # Errors
    /// As for `procedure`.
    #[wasm_bindgen(js_name = dossierText)]
    pub fn dossier_text(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Case")] case: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<String, JsValue> {
        let (case, question) = (input::<Case>("case", case)?, question(options)?);
        Ok(self.0.dossier_text(&case, question).map_err(Refused::from)?)
    }

    /// The same as a page of HTML that prints on A4.
    ///
    /// # Errors
    /// As for `procedure`.
    #[wasm_bindgen(js_name = dossierHtml)]
    pub fn dossier_html(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Case")] case: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<String, JsValue> {
        let (case, question) = (input::<Case>("case", case)?, question(options)?);
        Ok(self.0.dossier_html(&case, question).map_err(Refused::from)?)
    }

    /// All rules with their clauses, those of eligibility and those of the checks.
    #[wasm_bindgen(unchecked_return_type = "RuleEntry[]")]
    #[must_use]
    pub fn rules(&self) -> JsValue {
        plain(&self.0.rules())
    }
}

/// What is found of an input that has no mistakes.
fn found<I: DeserializeOwned, F: Serialize>(
    name: &str,
    given: &JsValue,
    options: &JsValue,
    find: impl FnOnce(&I, Question) -> Result<F, qiaolian::Error>,
) -> Result<JsValue, JsValue> {
    let (input, question) = (input(name, given)?, question(options)?);
    Ok(plain(&find(&input, question).map_err(Refused::from)?))
}

fn input<I: DeserializeOwned>(name: &str, given: &JsValue) -> Result<I, Refused> {
    let text =
        if given.is_object() { json(given).ok().and_then(|text| text.as_string()) } else { None };
    let text = text.ok_or_else(|| Refused::invalid(name, "an object of plain data"))?;
    Ok(from_json(&text)?)
}
