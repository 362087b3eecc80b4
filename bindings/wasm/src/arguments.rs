//! What JavaScript code gives: facts, options, choices. `given.js` sees what they are and makes a list of
//! texts of each; here they become the facade's.

use chrono::NaiveDate;
#[cfg(feature = "full")]
use qiaolian::SensitivityOptions;
use qiaolian::{ArgumentFault, Fact, Facts, Lang, Question};
use wasm_bindgen::prelude::*;

use crate::error::Refused;

#[wasm_bindgen(raw_module = "./given.js")]
extern "C" {
    #[wasm_bindgen(js_name = facts)]
    fn list_of_facts(given: &JsValue) -> Vec<String>;

    #[cfg(feature = "full")]
    #[wasm_bindgen(js_name = allFacts)]
    fn list_of_all_facts(given: &JsValue) -> Vec<String>;

    #[wasm_bindgen(js_name = texts)]
    fn list_of_texts(name: &str, given: &JsValue) -> Vec<String>;

    #[wasm_bindgen(js_name = options)]
    fn list_of_options(given: &JsValue) -> Vec<String>;

    #[cfg(feature = "full")]
    #[wasm_bindgen(js_name = sensitivityOptions)]
    fn list_of_sensitivity_options(given: &JsValue) -> Vec<String>;

    #[cfg(feature = "full")]
    #[wasm_bindgen(js_name = language)]
    fn list_of_language(given: &JsValue) -> Vec<String>;
}

/// What a list says, in its order.
pub(crate) struct List(std::vec::IntoIter<String>);

impl List {
    /// What a list says, or the fault that it tells.
    pub(crate) fn of(list: Vec<String>) -> Result<Self, Refused> {
        let mut list = Self(list.into_iter());
        let fault = match &*list.next() {
            "" => return Ok(list),
            "missing" => ArgumentFault::Missing,
            "unknown" => ArgumentFault::Unknown,
            _ => ArgumentFault::Invalid,
        };
        Err(Refused::argument(fault, list.next(), list.next()))
    }

    fn next(&mut self) -> String {
        self.0.next().unwrap_or_default()
    }

    pub(crate) fn pair(&mut self) -> Option<(String, String)> {
        Some((self.0.next()?, self.next()))
    }
}

/// The question that the options ask; what they leave out is as the facade has it.
pub(crate) fn question(options: &JsValue) -> Result<Question, Refused> {
    question_of(&mut List::of(list_of_options(options))?)
}

fn question_of(list: &mut List) -> Result<Question, Refused> {
    let number = list.next().parse().ok().and_then(|number: u32| number.try_into().ok());
    let as_of = number.and_then(NaiveDate::from_num_days_from_ce_opt);
    let as_of = as_of.ok_or_else(|| Refused::invalid("asOf", "a day"))?;
    Ok(Question { as_of, due_soon_days: list.next().parse().ok(), lang: language_of(list) })
}

/// The question, and what is asked of a register's sensitivity beside it.
#[cfg(feature = "full")]
pub(crate) fn sensitivity(options: &JsValue) -> Result<(Question, SensitivityOptions), Refused> {
    let mut list = List::of(list_of_sensitivity_options(options))?;
    let question = question_of(&mut list)?;
    let (within, most) = (list.next().parse().ok(), list.next().parse().ok());
    Ok((question, SensitivityOptions { within, most }))
}

/// The facts of one subject.
pub(crate) fn facts(given: &JsValue) -> Result<Facts, Refused> {
    let mut list = List::of(list_of_facts(given))?;
    Ok(next_facts(&mut list).unwrap_or_default())
}

/// The facts of many.
#[cfg(feature = "full")]
pub(crate) fn all_facts(given: &JsValue) -> Result<Vec<Facts>, Refused> {
    let mut list = List::of(list_of_all_facts(given))?;
    let mut all = Vec::new();
    while let Some(facts) = next_facts(&mut list) {
        all.push(facts);
    }
    Ok(all)
}

/// The facts up to their end; none where nothing is left.
fn next_facts(list: &mut List) -> Option<Facts> {
    let mut facts = Facts::new();
    let mut next = list.pair()?;
    loop {
        let (name, mut said) = next;
        let sort = if said.is_empty() { '.' } else { said.remove(0) };
        let fact = match sort {
            '.' => return Some(facts),
            '?' => Fact::Unknown(()),
            '+' => Fact::Truth(true),
            '-' => Fact::Truth(false),
            _ => Fact::Text(said),
        };
        facts.insert(name, fact);
        match list.pair() {
            Some(pair) => next = pair,
            None => return Some(facts),
        }
    }
}

/// Texts by their names.
pub(crate) fn texts(name: &str, given: &JsValue) -> Result<Vec<(String, String)>, Refused> {
    let mut list = List::of(list_of_texts(name, given))?;
    let mut texts = Vec::new();
    while let Some(pair) = list.pair() {
        texts.push(pair);
    }
    Ok(texts)
}

/// A text.
pub(crate) fn text(name: &str, value: &JsValue) -> Result<String, Refused> {
    value.as_string().ok_or_else(|| Refused::invalid(name, "a text"))
}

/// A language; the default where none is said.
#[cfg(feature = "full")]
pub(crate) fn said_language(value: &JsValue) -> Result<Lang, Refused> {
    Ok(language_of(&mut List::of(list_of_language(value))?))
}

fn language_of(list: &mut List) -> Lang {
    match &*list.next() {
        "en" => Lang::En,
        "zh" => Lang::Zh,
        _ => Lang::default(),
    }
}
