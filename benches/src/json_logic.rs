//! The duty, once more, as a rule for [`datalogic_rs`], the fastest general engine measured.
//!
//! Compiled once, evaluated on data parsed beforehand: the engine's fastest way. It gives the duty
//! only, from facts that are looked up already, as those of [`by_hand`](crate::by_hand).

use datalogic_rs::bumpalo::Bump;
use datalogic_rs::{Engine, Logic, ParsedData};
use serde_json::{Value, json};

use crate::by_hand::Facts;

/// What the rule says where several duties are possible.
pub const UNDETERMINED: &str = "undetermined";

/// The rule of the duty.
#[must_use]
pub fn duty_rule() -> Value {
    let fact = |name: &str| json!({ "var": name });
    let is_class = |class: &str| json!({ "===": [fact("class"), class] });
    let is_known = |name: &str| json!({ "!==": [fact(name), null] });
    let groups = json!({ "+": [fact("returned"), fact("overseas"), fact("students")] });
    let count = json!({ "if": [is_known("total"), fact("total"), groups] });
    let complete = json!({ "or": [
        is_known("total"),
        { "and": [is_known("returned"), is_known("overseas"), is_known("students")] },
    ] });
    let threshold = json!({ "if": [is_class("township"), 100, 30] });
    let not_ready =
        json!({ "and": [is_class("unit"), { "===": [fact("conditions_met"), false] }] });
    json!({ "if": [
        is_class("county"), "must",
        fact("key_area"), "in_principle_must",
        { ">=": [count, threshold] }, { "if": [not_ready, "should", "in_principle_should"] },
        complete, { "if": [{ ">": [count, 0] }, "may", "none"] },
        UNDETERMINED,
    ] })
}

/// The engine with its compiled rule.
#[derive(Debug)]
pub struct Duty {
    engine: Engine,
    rule: Logic,
}

impl Duty {
    /// The compiled rule.
    ///
    /// # Errors
    /// The engine doesn't take the rule.
    pub fn compile() -> Result<Self, datalogic_rs::Error> {
        let engine = Engine::new();
        let rule = engine.compile(duty_rule().to_string().as_str())?;
        Ok(Self { engine, rule })
    }

    /// The duty of some facts, by code.
    ///
    /// # Errors
    /// The engine can't evaluate the rule on them.
    #[inline]
    pub fn of<'a>(
        &'a self,
        facts: &'a ParsedData,
        arena: &'a Bump,
    ) -> Result<Option<&'a str>, datalogic_rs::Error> {
        Ok(self.engine.evaluate(&self.rule, facts, arena)?.as_str())
    }
}

/// Facts as the engine takes them.
///
/// # Errors
/// The engine doesn't take the data.
pub fn parsed(facts: &Facts) -> Result<ParsedData, datalogic_rs::Error> {
    let [returned, overseas, students] = facts.groups;
    let data = json!({
        "class": facts.class.code(),
        "key_area": facts.key_area,
        "returned": returned,
        "overseas": overseas,
        "students": students,
        "total": facts.total,
        "conditions_met": facts.conditions_met,
    });
    ParsedData::from_json(&data.to_string())
}
