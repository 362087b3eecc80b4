//! JSON values as cells.

use std::borrow::Cow;

use qiaolian_resolve::Cell;

use crate::row::Written;

/// A string of the file that isn't text, as `"\ud800"`.
pub(crate) struct NotText;

/// How many digits every number has that is held exactly.
const EXACT_DIGITS: usize = 15;

/// The value of a known column, none where it is null. A list or an object is its JSON: nothing
/// that any column takes.
pub(crate) fn cell(json: &str) -> Result<Option<Cell<'_>>, NotText> {
    Ok(match json.as_bytes().first() {
        Some(b'"') => Some(Cell::Text(text(json)?)),
        Some(b'n') => None,
        Some(b't') => Some(Cell::Truth(true)),
        Some(b'f') => Some(Cell::Truth(false)),
        Some(_) | None => Some(number(json).map_or(Cell::Text(Cow::Borrowed(json)), Cell::number)),
    })
}

/// The value as a text: a string's own, nothing for null, else its JSON.
pub(crate) fn as_text(json: &str) -> Result<Cow<'_, str>, NotText> {
    Ok(match json.as_bytes().first() {
        Some(b'"') => text(json)?,
        Some(b'n') => Cow::Borrowed(""),
        Some(_) | None => Cow::Borrowed(json),
    })
}

/// The value as it was written.
pub(crate) fn written(json: &str) -> Written<'_> {
    match text(json) {
        Ok(text) if json.starts_with('"') => Written::Text(text),
        Ok(_) | Err(NotText) => Written::Json(Cow::Borrowed(json)),
    }
}

/// What a JSON string says; most have no escapes and are borrowed.
fn text(json: &str) -> Result<Cow<'_, str>, NotText> {
    if json.contains('\\') {
        return serde_json::from_str(json).map(Cow::Owned).map_err(|_| NotText);
    }
    let inner = json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    Ok(Cow::Borrowed(inner.unwrap_or(json)))
}

/// A number that is held exactly as it is written; the others stay text.
fn number(json: &str) -> Option<f64> {
    let mantissa = json.split(['e', 'E']).next().unwrap_or(json);
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    let is_zero = !mantissa.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    let number: f64 = json.parse().ok()?;
    let fits = digits <= EXACT_DIGITS && number.is_finite() && (number != 0.0 || is_zero);
    fits.then_some(number)
}
