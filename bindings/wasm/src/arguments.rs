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

#[wasm_bindgen(raw_module = "./number.js")]
extern "C" {
    /// A number in decimal digits: a page can write it, so that nothing here has to.
    fn written(number: f64) -> String;
}

const OPTIONS: &str = "`asOf`, `dueSoonDays`, `lang`";
const DAY: &str = "a day, as in 2023-11-15";

/// The question that the options ask; what they leave out is as the facade has it.
pub(crate) fn question(options: &JsValue) -> Result<Question, Refused> {
    let (mut as_of, mut due_soon_days, mut lang) = (None, None, Lang::default());
    if !options.is_undefined() {
        for_each("options", options, &mut |name, value| {
            match &*name {
                "asOf" => as_of = Some(day(&value)?),
                "dueSoonDays" => due_soon_days = Some(days(&value)?),
                "lang" => lang = language(&value)?,
                _ => return Err(Refused::unknown(&name, OPTIONS)),
            }
            Ok(())
        })?;
    }
    let as_of = as_of.ok_or_else(|| Refused::missing("asOf", DAY))?;
    Ok(Question { as_of, due_soon_days, lang })
}

/// The facts of one subject.
pub(crate) fn facts(given: &JsValue) -> Result<Facts, Refused> {
    let mut facts = Facts::new();
    for_each("facts", given, &mut |name, value| {
        let fact = fact(&name, &value)?;
        facts.insert(name, fact);
        Ok(())
    })?;
    Ok(facts)
}

/// The facts of many.
pub(crate) fn all_facts(given: &JsValue) -> Result<Vec<Facts>, Refused> {
    let mut all = Vec::new();
    if let (true, Ok(given)) = (given.is_array(), items(given)) {
        for one in given {
            all.push(facts(&one)?);
        }
        return Ok(all);
    }
    Err(Refused::invalid("all", "an array of facts"))
}

/// Texts by their names.
pub(crate) fn texts(name: &str, given: &JsValue) -> Result<Vec<(String, String)>, Refused> {
    let mut texts = Vec::new();
    for_each(name, given, &mut |name, value| {
        let text = text(&name, &value)?;
        texts.push((name, text));
        Ok(())
    })?;
    Ok(texts)
}

/// A text.
pub(crate) fn text(name: &str, value: &JsValue) -> Result<String, Refused> {
    value.as_string().ok_or_else(|| Refused::invalid(name, "a text"))
}

/// Takes the properties of an object one by one, those that are undefined left out.
fn for_each(
    name: &str,
    object: &JsValue,
    take: &mut dyn FnMut(String, JsValue) -> Result<(), Refused>,
) -> Result<(), Refused> {
    if let (true, false, Ok(keys)) = (object.is_object(), object.is_array(), keys(object)) {
        for key in keys {
            let value = get(object, &key).map_err(|_| Refused::invalid(&key, "a value"))?;
            if !value.is_undefined() {
                take(key, value)?;
            }
        }
        return Ok(());
    }
    Err(Refused::invalid(name, "an object"))
}

fn fact(name: &str, value: &JsValue) -> Result<Fact, Refused> {
    if value.is_null() {
        Ok(Fact::Unknown(()))
    } else if let Some(truth) = value.as_bool() {
        Ok(Fact::Truth(truth))
    } else if let Some(number) = value.as_f64() {
        Ok(Fact::Text(written(number)))
    } else if let Some(text) = value.as_string() {
        Ok(Fact::Text(text))
    } else {
        Err(Refused::invalid(name, "a text, a number, true, false or null"))
    }
}

/// A day, written 2023-11-15 and in no other way. A `Date` is none: cutting off its time and zone is
/// the caller's choice.
fn day(value: &JsValue) -> Result<NaiveDate, Refused> {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number: u32, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let read = |text: &[u8]| match text {
        [year @ .., b'-', m, n, b'-', d, e] if year.len() == 4 => {
            let year = i32::try_from(number(year)?).ok()?;
            NaiveDate::from_ymd_opt(year, number(&[*m, *n])?, number(&[*d, *e])?)
        }
        _ => None,
    };
    let text = value.as_string().unwrap_or_default();
    read(text.as_bytes()).ok_or_else(|| Refused::invalid("asOf", DAY))
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

/// A language; the default where none is said.
#[cfg(feature = "full")]
pub(crate) fn said_language(value: &JsValue) -> Result<Lang, Refused> {
    if value.is_undefined() { Ok(Lang::default()) } else { language(value) }
}

fn language(value: &JsValue) -> Result<Lang, Refused> {
    match value.as_string().as_deref() {
        Some("zh") => Ok(Lang::Zh),
        Some("en") => Ok(Lang::En),
        Some(_) | None => Err(Refused::invalid("lang", "`zh` or `en`")),
    }
}
