//! What JavaScript code gives: facts, options, choices, checked before anything looks at them.

use chrono::NaiveDate;
use qiaolian::{Fact, Facts, Lang, Question};
use wasm_bindgen::prelude::*;

use crate::error::Refused;

#[wasm_bindgen]
extern "C" {
    /// The names of an object's own properties.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys(object: &JsValue) -> Result<Vec<String>, JsValue>;

    /// The value of a property.
    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = get)]
    fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue>;

    /// The items of an array.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn items(array: &JsValue) -> Result<Vec<JsValue>, JsValue>;
}

const OPTIONS: &str = "`asOf`, `dueSoonDays`, `lang`";
const DAY: &str = "a day, as in 2023-11-15";

/// The question that the options ask; what they leave out is as the facade has it.
pub(crate) fn question(options: &JsValue) -> Result<Question, Refused> {
    let (mut as_of, mut due_soon_days, mut lang) = (None, None, None);
    if !options.is_undefined() {
        for (name, value) in properties("options", options)? {
            match &*name {
                "asOf" => as_of = Some(day(&value)?),
                "dueSoonDays" => due_soon_days = Some(days(&value)?),
                "lang" => lang = Some(language(&value)?),
                _ => return Err(Refused::unknown(&name, OPTIONS)),
            }
        }
    }
    let as_of = as_of.ok_or_else(|| Refused::missing("asOf", DAY))?;
    let question = Question { due_soon_days, ..Question::from(as_of) };
    Ok(Question { lang: lang.unwrap_or(question.lang), ..question })
}

/// The facts of one subject.
pub(crate) fn facts(given: &JsValue) -> Result<Facts, Refused> {
    let facts = properties("facts", given)?.into_iter();
    facts.map(|(name, value)| fact(&name, &value).map(|fact| (name, fact))).collect()
}

/// The facts of many.
pub(crate) fn all_facts(given: &JsValue) -> Result<Vec<Facts>, Refused> {
    let wanted = || Refused::invalid("all", "an array of facts");
    if !given.is_array() {
        return Err(wanted());
    }
    items(given).map_err(|_| wanted())?.iter().map(facts).collect()
}

/// The choices of readings.
pub(crate) fn choices(given: &JsValue) -> Result<Vec<(String, String)>, Refused> {
    let choices = properties("choices", given)?.into_iter();
    choices
        .map(|(reading, choice)| text(&reading, &choice).map(|choice| (reading, choice)))
        .collect()
}

/// A text.
pub(crate) fn text(name: &str, value: &JsValue) -> Result<String, Refused> {
    value.as_string().ok_or_else(|| Refused::invalid(name, "a text"))
}

/// The properties of an object, those that are undefined left out.
fn properties(name: &str, object: &JsValue) -> Result<Vec<(String, JsValue)>, Refused> {
    let wanted = || Refused::invalid(name, "an object");
    if !object.is_object() || object.is_array() {
        return Err(wanted());
    }
    let mut found = Vec::new();
    for key in keys(object).map_err(|_| wanted())? {
        let value = get(object, &key).map_err(|_| Refused::invalid(&key, "a value"))?;
        if !value.is_undefined() {
            found.push((key, value));
        }
    }
    Ok(found)
}

fn fact(name: &str, value: &JsValue) -> Result<Fact, Refused> {
    if value.is_null() {
        return Ok(Fact::Unknown(()));
    }
    let number = || value.as_f64().map(Fact::Number);
    let text = || value.as_string().map(Fact::Text);
    let fact = value.as_bool().map(Fact::Truth).or_else(number).or_else(text);
    fact.ok_or_else(|| Refused::invalid(name, "a text, a number, true, false or null"))
}

/// A day, written 2023-11-15 and in no other way. A `Date` is none: cutting off its time and zone is
/// the caller's choice.
fn day(value: &JsValue) -> Result<NaiveDate, Refused> {
    let read = |text: &str| {
        let mut parts = text.split('-').map(|part| {
            let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| part.parse::<u16>().ok()).flatten().map(|number| (part.len(), number))
        });
        match (parts.next()??, parts.next()??, parts.next()??, parts.next()) {
            ((4, year), (2, month), (2, day), None) => {
                NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
            }
            _ => None,
        }
    };
    value.as_string().and_then(|text| read(&text)).ok_or_else(|| Refused::invalid("asOf", DAY))
}

/// A number of days.
fn days(value: &JsValue) -> Result<u32, Refused> {
    let wanted = || Refused::invalid("dueSoonDays", "a whole number of days, 0 or more");
    let number = value.as_f64().filter(|number| number.fract() == 0.0).ok_or_else(wanted)?;
    let fits = (0.0..=f64::from(u32::MAX)).contains(&number);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number within the bounds"
    )]
    fits.then_some(number as u32).ok_or_else(wanted)
}

fn language(value: &JsValue) -> Result<Lang, Refused> {
    match value.as_string().as_deref() {
        Some("zh") => Ok(Lang::Zh),
        Some("en") => Ok(Lang::En),
        Some(_) | None => Err(Refused::invalid("lang", "`zh` or `en`")),
    }
}
