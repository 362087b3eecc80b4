//! What stands in a cell that nobody wrote into it: a spreadsheet did.

use qiaolian_core::policy::Word;
use qiaolian_core::text::cut;

use crate::problem::{Problem, ProblemCode};

/// How to mend what a spreadsheet left in a cell.
pub(crate) fn help_of(problem: &Problem) -> Option<Word> {
    /// What formulas come to that go wrong.
    const ERRORS: [&str; 8] =
        ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA"];
    let value = problem.value.as_str();
    let is_unreadable = match problem.code {
        ProblemCode::UnreadableCode
        | ProblemCode::UnreadableKind
        | ProblemCode::UnreadableForm
        | ProblemCode::UnreadableBoolean
        | ProblemCode::UnreadableDate
        | ProblemCode::UnreadableNumber => true,
        ProblemCode::TotalOutOfBounds
        | ProblemCode::DateWithoutOrganisation
        | ProblemCode::KindNotSettled
        | ProblemCode::ContradictsCode
        | ProblemCode::AmbiguousName
        | ProblemCode::UnknownPlace
        | ProblemCode::OutsideArea
        | ProblemCode::DuplicateCode => false,
    };
    if !is_unreadable {
        None
    } else if value.starts_with('=') {
        Some(Word::HelpFormula)
    } else if ERRORS.contains(&value) {
        Some(Word::HelpFormulaError)
    } else if problem.code == ProblemCode::UnreadableNumber && names_area(value) {
        Some(Word::HelpMergedPeople)
    } else {
        None
    }
}

/// Whether a merged area stands behind a value, as in `12 (F5:F7)`.
fn names_area(value: &str) -> bool {
    let mut rest = value.strip_suffix(')');
    let mut area = None;
    while let Some((before, behind)) = rest.and_then(|rest| cut(rest, '(')) {
        area = before.ends_with(' ').then_some(behind);
        rest = Some(behind);
    }
    let corners = area.and_then(|area| cut(area, ':'));
    corners.is_some_and(|(from, until)| is_corner(from) && is_corner(until))
}

/// Whether a text names a cell, as in `F5`.
fn is_corner(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = text.get(letters..).unwrap_or_default();
    letters > 0 && !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::names_area;

    #[test]
    fn an_area_is_two_cells_between_brackets() {
        assert!(names_area("12 (F5:F7)") && names_area(" (AA5:AB17)"));
        for other in ["12", "12 (F5)", "12 (5:7)", "12 (F:G)", "12 (f5:f7)", "12(F5:F7)", "(:)"] {
            assert!(!names_area(other), "{other}");
        }
    }
}
