//! Many subjects at once, as typed arrays.

use qiaolian::{AnswerColumn, ColumnBytes, Element, FactColumn};
use wasm_bindgen::prelude::*;

use crate::arguments::{List, all_facts, question};
use crate::error::{Refused, plain};
use crate::policy::Policy;

#[wasm_bindgen(raw_module = "./columns.js")]
extern "C" {
    #[wasm_bindgen(js_name = columns)]
    fn list_of_columns(given: &JsValue) -> Vec<String>;

    fn values(given: &JsValue, name: &str) -> Vec<u8>;

    fn validity(given: &JsValue, name: &str) -> Option<Vec<u8>>;

    fn put(into: &JsValue, name: &str, bytes: &[u8], sort: &str, validity: Option<Vec<u8>>);

    /// An object without anything in it.
    fn empty() -> JsValue;

    /// An object of both.
    fn resolved(columns: JsValue, rejected: JsValue) -> JsValue;
}

/// The typed arrays, by their names.
const SORTS: [(&str, Element); 3] =
    [("Uint8Array", Element::U8), ("Uint32Array", Element::U32), ("Int32Array", Element::I32)];

fn sort(element: Element) -> &'static str {
    SORTS.iter().find(|(_, known)| *known == element).map_or("", |(name, _)| name)
}

#[wasm_bindgen]
impl Policy {
    /// The columns of many subjects, a row each in their order: what `assessColumns` takes. Facts that
    /// don't hold up are in `rejected`; in the columns they are of no kind, and their answers are open.
    ///
    /// # Errors
    /// The argument isn't facts.
    #[wasm_bindgen(unchecked_return_type = "ResolvedColumns")]
    pub fn columns(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly Facts[]")] all: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let all = all_facts(all)?;
        let found = self.0.columns(&all).map_err(Refused::from)?;
        let columns = empty();
        for (name, column) in found.named(&self.0) {
            match column {
                FactColumn::Codes(codes) => put(&columns, name, codes, sort(Element::U8), None),
                FactColumn::Forms(values, known) | FactColumn::Truths(values, known) => {
                    put(&columns, name, values, sort(Element::U8), Some(known.to_vec()));
                }
                FactColumn::People(values, known) => {
                    let bytes = bytemuck::cast_slice(values);
                    put(&columns, name, bytes, sort(Element::U32), Some(known.to_vec()));
                }
                FactColumn::Days(values, known) => {
                    let bytes = bytemuck::cast_slice(values);
                    put(&columns, name, bytes, sort(Element::I32), Some(known.to_vec()));
                }
            }
        }
        Ok(resolved(columns, plain(&found.rejected)))
    }

    /// Assesses all rows of some columns as of a day, each as `assess` does.
    ///
    /// # Errors
    /// The columns are of different lengths, or no columns of this policy.
    #[wasm_bindgen(js_name = assessColumns, unchecked_return_type = "AnswerColumns")]
    pub fn assess_columns(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Columns")] columns: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let question = question(options)?;
        let mut list = List::of(list_of_columns(columns))?;
        let mut given = Vec::new();
        while let Some((name, said)) = list.pair() {
            let Some((_, element)) = SORTS.into_iter().find(|(known, _)| *known == said) else {
                continue;
            };
            let (values, validity) = (values(columns, &name), validity(columns, &name));
            given.push(ColumnBytes { name, element, values, validity });
        }
        let columns = self.0.columns_of_bytes(given).map_err(Refused::from)?;
        let answers = self.0.assess_columns(&columns.columns(), question).map_err(Refused::from)?;
        let found = empty();
        for (name, column) in answers.named() {
            match column {
                AnswerColumn::Codes(codes) => put(&found, name, codes, sort(Element::U8), None),
                AnswerColumn::Days(values, known) => {
                    let bytes = bytemuck::cast_slice(values);
                    put(&found, name, bytes, sort(Element::I32), Some(known.to_vec()));
                }
                AnswerColumn::People(values, known) => {
                    let bytes = bytemuck::cast_slice(values);
                    put(&found, name, bytes, sort(Element::U32), Some(known.to_vec()));
                }
            }
        }
        Ok(found)
    }

    /// What the numbers in this policy's columns stand for.
    ///
    /// # Errors
    /// The policy has more kinds than columns can tell apart.
    #[wasm_bindgen(js_name = columnCodes, unchecked_return_type = "ColumnCodes")]
    pub fn column_codes(&self) -> Result<JsValue, JsValue> {
        Ok(plain(&self.0.column_codes().map_err(Refused::from)?))
    }
}
