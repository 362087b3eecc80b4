//! What only the full module has: explanations, what goes over a whole register, what a policy consists
//! of, packs that aren't built in.

use qiaolian::{SCHEMAS, schema};
use wasm_bindgen::prelude::*;

use crate::arguments::{all_facts, facts, question, said_language, sensitivity, text, texts};
use crate::error::{Refused, plain};
use crate::policy::Policy;

#[wasm_bindgen]
impl Policy {
    /// The policy of a pack: the texts of its files by their names, as the built-in packs have them.
    ///
    /// # Errors
    /// The files have mistakes: the error has every one.
    #[wasm_bindgen(js_name = loadTexts)]
    pub fn load_texts(
        #[wasm_bindgen(unchecked_param_type = "Readonly<Record<string, string>>")] files: &JsValue,
    ) -> Result<Self, JsValue> {
        let files = texts("files", files)?;
        Ok(Self(qiaolian::Policy::load_texts(files).map_err(Refused::from)?))
    }

    /// Assesses many subjects, in order: for each a determination, or the error that says why there
    /// is none (not thrown). A place that comes a second time is refused there.
    ///
    /// # Errors
    /// The arguments aren't facts and options.
    #[wasm_bindgen(
        js_name = assessAll,
        unchecked_return_type = "(Determination | QiaolianError)[]"
    )]
    pub fn assess_all(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly Facts[]")] all: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<Vec<JsValue>, JsValue> {
        let (all, question) = (all_facts(all)?, question(options)?);
        let answers = self.0.assess_all(&all, question).into_iter();
        let answers = answers.map(|answer| match answer {
            Ok(determination) => plain(&determination),
            Err(error) => Refused::from(error).into(),
        });
        Ok(answers.collect())
    }

    /// Explains one subject: the determination, a tree to read, and names that are near.
    ///
    /// # Errors
    /// As for `assess`.
    #[wasm_bindgen(unchecked_return_type = "Explained")]
    pub fn explain(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Facts")] facts: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (facts, question) = (self::facts(facts)?, question(options)?);
        Ok(plain(&self.0.explain(&facts, question).map_err(Refused::from)?))
    }

    /// What would give one subject another duty or status, and which unknown fact to ask for first.
    ///
    /// # Errors
    /// As for `assess`.
    #[wasm_bindgen(js_name = whatIf, unchecked_return_type = "WhatIfReport")]
    pub fn what_if(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Facts")] facts: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (facts, question) = (self::facts(facts)?, question(options)?);
        Ok(plain(&self.0.what_if(&facts, question).map_err(Refused::from)?))
    }

    /// Which unknown fact to ask for first because it settles most, with what each answer would give.
    ///
    /// # Errors
    /// As for `assess`.
    #[wasm_bindgen(js_name = nextFact, unchecked_return_type = "NextFactReport")]
    pub fn next_fact(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Facts")] facts: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (facts, question) = (self::facts(facts)?, question(options)?);
        Ok(plain(&self.0.next_fact(&facts, question).map_err(Refused::from)?))
    }

    /// Coverage of many subjects, in any order, against the document's targets.
    ///
    /// # Errors
    /// The arguments aren't facts and options.
    #[wasm_bindgen(unchecked_return_type = "CoverageReport")]
    pub fn coverage(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly Facts[]")] all: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (all, question) = (all_facts(all)?, question(options)?);
        Ok(plain(&self.0.coverage(&all, question).map_err(Refused::from)?))
    }

    /// What the answers of many subjects hang on: readings, two of them together, a few people.
    ///
    /// # Errors
    /// The arguments aren't facts and options.
    #[wasm_bindgen(unchecked_return_type = "SensitivityReport")]
    pub fn sensitivity(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly Facts[]")] all: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "SensitivityOptions")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (all, (question, options)) = (all_facts(all)?, sensitivity(options)?);
        Ok(plain(&self.0.sensitivity(&all, question, options).map_err(Refused::from)?))
    }

    /// Every dated duty of many subjects, and the reports that the document asks of its places.
    ///
    /// # Errors
    /// The arguments aren't facts and options.
    #[wasm_bindgen(unchecked_return_type = "Schedule")]
    pub fn schedule(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly Facts[]")] all: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (all, question) = (all_facts(all)?, question(options)?);
        Ok(plain(&self.0.schedule(&all, question)))
    }

    /// The schedule of many subjects as an iCalendar file.
    ///
    /// # Errors
    /// The arguments aren't facts and options.
    pub fn calendar(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly Facts[]")] all: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<String, JsValue> {
        let (all, question) = (all_facts(all)?, question(options)?);
        Ok(self.0.calendar(&all, question))
    }

    /// All provisions down to the clause, with the rules that carry each.
    #[wasm_bindgen(unchecked_return_type = "ProvisionEntry[]")]
    #[must_use]
    pub fn provisions(&self) -> JsValue {
        plain(&self.0.provisions())
    }

    /// The same as a page to read, the rules and readings of each clause beside it.
    ///
    /// # Errors
    /// There is no such language.
    #[wasm_bindgen(js_name = provisionsHtml)]
    pub fn provisions_html(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.0.provisions_html(said_language(lang)?))
    }

    /// All readings with their choices, and which is in force.
    #[wasm_bindgen(unchecked_return_type = "ReadingEntry[]")]
    #[must_use]
    pub fn readings(&self) -> JsValue {
        plain(&self.0.readings())
    }

    /// What the policy is, and its rows of rules under the choices in force.
    #[wasm_bindgen(unchecked_return_type = "PolicyEntry")]
    #[must_use]
    pub fn describe(&self) -> JsValue {
        plain(&self.0.describe())
    }

    /// Walks the policy's tables completely and reports what it finds.
    #[wasm_bindgen(unchecked_return_type = "CheckReport")]
    #[must_use]
    pub fn check(&self) -> JsValue {
        plain(&self.0.check_report())
    }

    /// The same as a page to read: a map of the tables, the readings with examples, and what rests on
    /// each clause.
    ///
    /// # Errors
    /// There is no such language.
    #[wasm_bindgen(js_name = checkHtml)]
    pub fn check_html(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.0.check_html(said_language(lang)?))
    }

    /// What differs in another policy, this one being "before"; with records, which of their subjects
    /// change as of a day, too.
    ///
    /// # Errors
    /// The records aren't facts, or the options name no day for them.
    #[wasm_bindgen(unchecked_return_type = "DiffReport")]
    pub fn diff(
        &self,
        other: &Self,
        #[wasm_bindgen(unchecked_optional_param_type = "readonly Facts[]")] records: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        if records.is_undefined() {
            return Ok(plain(&self.0.diff(&other.0)));
        }
        let (records, question) = (all_facts(records)?, question(options)?);
        Ok(plain(&self.0.diff_subjects(&other.0, &records, question)))
    }

    /// What differs in another policy, as a tree to read.
    ///
    /// # Errors
    /// There is no such language.
    #[wasm_bindgen(js_name = diffText)]
    pub fn diff_text(
        &self,
        other: &Self,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: &JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.0.diff_text(&other.0, said_language(lang)?))
    }

    /// The JSON Schema of that name; that of `facts` is this policy's.
    ///
    /// # Errors
    /// There is none of that name.
    #[wasm_bindgen(unchecked_return_type = "Record<string, unknown>")]
    pub fn schema(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SchemaName")] name: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let found = text("name", name).map(|name| schema(&name, &self.0))?;
        let known = || SCHEMAS.map(|name| format!("`{name}`")).join(", ");
        Ok(plain(&found.ok_or_else(|| Refused::invalid("name", &known()))?))
    }
}
