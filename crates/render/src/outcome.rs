//! Outcomes for the eye: a mark that needs no colour.

use qiaolian_core::checks::Outcome;

/// The mark of an outcome, one character wide.
#[must_use]
pub const fn mark(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "✓",
        Outcome::NotYet => "○",
        Outcome::NotMet => "✗",
        Outcome::Advice => "△",
        Outcome::Review => "!",
        Outcome::Unknown => "?",
        Outcome::NotApplicable => "–",
    }
}
