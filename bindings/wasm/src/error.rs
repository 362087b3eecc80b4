//! The facade's errors as JavaScript's.

use qiaolian::{ArgumentFault, Error};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What JSON says, as plain data.
    #[wasm_bindgen(js_namespace = JSON, js_name = parse)]
    fn parse(json: &str) -> JsValue;
}

#[wasm_bindgen(raw_module = "./error.js")]
extern "C" {
    /// The class of all errors.
    type QiaolianError;

    #[wasm_bindgen(constructor)]
    fn new(said: &str, envelope: JsValue) -> QiaolianError;
}

/// An error on its way to JavaScript.
pub(crate) struct Refused(Error);

impl Refused {
    /// An argument that isn't what is wanted: said in words.
    pub(crate) fn invalid(name: &str, wanted: &str) -> Self {
        Self::argument(ArgumentFault::Invalid, name.to_owned(), wanted.to_owned())
    }

    /// What is wrong with an argument of that name, and what it may be.
    pub(crate) fn argument(fault: ArgumentFault, name: String, known: String) -> Self {
        Self(Error::Argument { fault, name, known })
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<Refused> for JsValue {
    fn from(Refused(error): Refused) -> Self {
        QiaolianError::new(&error.to_string(), plain(&error.envelope())).into()
    }
}

/// A value of the facade as plain data: what its JSON says.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    serde_json::to_string(value).map_or(JsValue::UNDEFINED, |json| parse(&json))
}
