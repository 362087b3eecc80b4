//! Policies and what is asked of them.

use qiaolian::Fact;
use wasm_bindgen::prelude::*;

use crate::arguments::{facts, question, text, texts};
use crate::error::{Refused, plain};

/// A document put into data, under certain choices of what its text leaves open.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Policy(pub(crate) qiaolian::Policy);

#[wasm_bindgen]
impl Policy {
    /// Yuxi's plan of 2020.
    #[wasm_bindgen(js_name = yuxi2020)]
    #[must_use]
    pub fn yuxi_2020() -> Self {
        Self(qiaolian::Policy::yuxi_2020())
    }

    /// The built-in policy of that id, as in `yuxi-2020`.
    ///
    /// # Errors
    /// There is none.
    pub fn named(
        #[wasm_bindgen(unchecked_param_type = "PolicyId")] id: &JsValue,
    ) -> Result<Self, JsValue> {
        let named = |id: String| Ok(qiaolian::Policy::named(&id)?);
        Ok(Self(text("id", id).and_then(named)?))
    }

    /// The policy with these choices taken, `{ at_least: "exclusive" }`.
    ///
    /// # Errors
    /// The policy doesn't have such a reading or choice.
    #[wasm_bindgen(js_name = withReadings)]
    pub fn with_readings(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Choices")] choices: &JsValue,
    ) -> Result<Self, JsValue> {
        let choices = texts("choices", choices)?;
        let pairs = choices.iter().map(|(reading, choice)| (&**reading, &**choice));
        Ok(Self(self.0.with_readings(pairs).map_err(Refused::from)?))
    }

    /// Assesses one subject as of a day. What is left out of the facts, or null, is unknown.
    ///
    /// # Errors
    /// The facts don't hold up: the error has every problem.
    #[wasm_bindgen(unchecked_return_type = "Determination")]
    pub fn assess(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Facts")] facts: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (facts, question) = (self::facts(facts)?, question(options)?);
        Ok(plain(&self.0.assess(&facts, question).map_err(Refused::from)?))
    }

    /// The facts of each place of the policy's own list: its division code.
    #[wasm_bindgen(unchecked_return_type = "Facts[]")]
    #[must_use]
    pub fn places(&self) -> JsValue {
        let places = self.0.places();
        let texts = |facts: &qiaolian::Facts| -> qiaolian::Named<String> {
            let facts = facts.iter().filter_map(|(name, fact)| match fact {
                Fact::Text(text) => Some((name.clone(), text.clone())),
                Fact::Unknown(()) | Fact::Truth(_) | Fact::Number(_) => None,
            });
            facts.collect()
        };
        plain(&places.iter().map(texts).collect::<Vec<_>>())
    }
}
