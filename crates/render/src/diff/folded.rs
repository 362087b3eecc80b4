//! What only one side has is one line: its parts go without saying.

use qiaolian_core::diff::{ConstantChange, ConstantKind};

/// The constants that people are told, without the parts of what only one side has.
pub(super) fn told(constants: &[ConstantChange]) -> Vec<&ConstantChange> {
    constants.iter().filter(|constant| !goes_without_saying(constants, constant)).collect()
}

/// Whether it is a part of a row, tier, area, reading, target or report that only one side has.
fn goes_without_saying(all: &[ConstantChange], constant: &ConstantChange) -> bool {
    let is_new = |what: ConstantKind, name: &str| {
        let mut found = all.iter().filter(|one| one.what == what && one.name == name);
        found.any(|one| one.before.is_none() || one.after.is_none())
    };
    let name = &*constant.name;
    let row = name.split_once('.').map_or(name, |(row, _)| row);
    let tier = name.strip_suffix(UNLESS).unwrap_or(name);
    let is_of_new_row = || is_new(ConstantKind::RowKinds, row);
    let is_of_new_tier = || is_of_new_row() || is_new(ConstantKind::TierFrom, tier);
    match constant.what {
        ConstantKind::RowArea | ConstantKind::TierFrom => is_of_new_row(),
        ConstantKind::TierLimit | ConstantKind::TierIsUpper | ConstantKind::TierDuty => {
            is_of_new_tier()
        }
        // What is asked under a condition may be all that only one side has.
        ConstantKind::TierForms | ConstantKind::TierDue => {
            is_of_new_tier() || is_new(ConstantKind::TierDuty, name)
        }
        ConstantKind::AreaIsKeyArea | ConstantKind::AreaPlace => {
            is_new(ConstantKind::AreaKinds, name)
        }
        // The choice in force is worth a line where it isn't the default.
        ConstantKind::ReadingInForce => {
            all.iter().any(|one| {
                let is_default = one.what == ConstantKind::ReadingDefault && one.name == name;
                is_default && (&one.before, &one.after) == (&constant.before, &constant.after)
            }) && is_new(ConstantKind::ReadingDefault, name)
        }
        ConstantKind::TargetPercent | ConstantKind::TargetDue => {
            is_new(ConstantKind::TargetKinds, name)
        }
        ConstantKind::ReportDue => is_new(ConstantKind::ReportKinds, name),
        ConstantKind::Group
        | ConstantKind::Form
        | ConstantKind::FullForm
        | ConstantKind::NoForm
        | ConstantKind::Counted
        | ConstantKind::DueSoonDays
        | ConstantKind::LimitInclusive
        | ConstantKind::Date
        | ConstantKind::RestRule
        | ConstantKind::RestWeekday
        | ConstantKind::RestHoliday
        | ConstantKind::AreaKinds
        | ConstantKind::Presumption
        | ConstantKind::RowKinds
        | ConstantKind::ReadingDefault
        | ConstantKind::TargetKinds
        | ConstantKind::ReportKinds
        | ConstantKind::AnswerUnits
        | ConstantKind::AnswerPosts => false,
    }
}

/// How the name of what a tier asks where conditions aren't met ends.
const UNLESS: &str = ".unless_conditions_met";
