//! A constant that differs, as one line.

use qiaolian_core::diff::{ConstantChange, ConstantKind, ConstantValue};
use qiaolian_core::model::Duty;
use qiaolian_core::policy::{Policy, Rulebook, Word};

use super::Page;
use crate::label;

impl Page<'_> {
    /// What it is, from what to what, and where the documents say so.
    pub(super) fn constant(&self, constant: &ConstantChange) -> String {
        let value = |policy: &Policy, value: &Option<ConstantValue>| match value {
            Some(value) => self.value(policy, constant, value),
            None => self.get(Word::DiffAbsent).to_owned(),
        };
        let change =
            self.change(value(self.before, &constant.before), value(self.after, &constant.after));
        let what = self.get(word(constant.what));
        let name = self.name(constant);
        let mut line = if name.is_empty() {
            self.say(Word::DiffConstant, &[("what", what), ("change", &change)])
        } else {
            let slots = [("what", what), ("name", &*name), ("change", &*change)];
            self.say(Word::DiffConstantOf, &slots)
        };
        let clauses = self.both_clauses(&constant.clauses_before, &constant.clauses_after);
        if !clauses.is_empty() {
            line += &self.say(Word::DiffRestsOn, &[("clauses", &clauses)]);
        }
        line
    }

    /// Whose constant it is: by the name that people know, where there is one.
    fn name(&self, constant: &ConstantChange) -> String {
        let has_it = |policy: &&Policy| {
            constant.place.as_ref().is_none_or(|code| {
                policy.rulebook().places.iter().any(|(_, place)| place.code == *code)
            })
        };
        let policy = [self.before, self.after].into_iter().find(has_it).unwrap_or(self.after);
        let rulebook = policy.rulebook();
        let known = [self.before, self.after]
            .into_iter()
            .find_map(|policy| self.owner(policy.rulebook(), constant));
        let owner = known.unwrap_or_else(|| constant.name.clone());
        let place = constant.place.as_ref().map(|code| {
            let known = rulebook.places.find(|place| place.code == *code);
            known.map_or_else(|| code.clone(), |(_, place)| format!("{} {code}", place.name))
        });
        let both = [Some(owner).filter(|owner| !owner.is_empty()), place];
        both.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The name of whose constant it is, where a policy knows one.
    fn owner(&self, rulebook: &Rulebook, constant: &ConstantChange) -> Option<String> {
        let name = &constant.name;
        let label = match constant.what {
            ConstantKind::AreaKinds
            | ConstantKind::AreaIsKeyArea
            | ConstantKind::AreaPlace
            | ConstantKind::Form => {
                let known = label::named(rulebook, name, self.lang);
                return Some(known).filter(|known| known != name);
            }
            ConstantKind::RestWeekday => {
                return Some(self.get(weekday(name)?).to_owned());
            }
            ConstantKind::Group => &rulebook.groups.of(rulebook.group(name)?).label,
            ConstantKind::TargetKinds | ConstantKind::TargetPercent | ConstantKind::TargetDue => {
                &rulebook.targets.iter().find(|target| target.code == *name)?.label
            }
            ConstantKind::ReportKinds | ConstantKind::ReportDue => {
                &rulebook.reports.iter().find(|report| report.code == *name)?.label
            }
            ConstantKind::FullForm
            | ConstantKind::NoForm
            | ConstantKind::Counted
            | ConstantKind::DueSoonDays
            | ConstantKind::LimitInclusive
            | ConstantKind::Date
            | ConstantKind::RestRule
            | ConstantKind::RestHoliday
            | ConstantKind::Presumption
            | ConstantKind::RowKinds
            | ConstantKind::RowArea
            | ConstantKind::TierFrom
            | ConstantKind::TierLimit
            | ConstantKind::TierIsUpper
            | ConstantKind::TierDuty
            | ConstantKind::TierForms
            | ConstantKind::TierDue
            | ConstantKind::ReadingDefault
            | ConstantKind::ReadingInForce
            | ConstantKind::AnswerUnits
            | ConstantKind::AnswerPosts => return None,
        };
        Some(label.get(self.lang).to_owned())
    }

    fn value(&self, policy: &Policy, constant: &ConstantChange, value: &ConstantValue) -> String {
        match value {
            ConstantValue::Truth(true) => self.get(Word::Yes).to_owned(),
            ConstantValue::Truth(false) => self.get(Word::No).to_owned(),
            ConstantValue::Number(number) => number.to_string(),
            ConstantValue::Day(day) => day.to_string(),
            ConstantValue::Code(code) => self.code(policy, constant, code),
            ConstantValue::Codes(codes) if codes.is_empty() => {
                self.get(Word::DiffAbsent).to_owned()
            }
            ConstantValue::Codes(codes) => {
                let names = codes.iter().map(|code| self.code(policy, constant, code));
                self.list(&names.collect::<Vec<_>>())
            }
        }
    }

    /// A code by the name that people know, where there is one.
    fn code(&self, policy: &Policy, constant: &ConstantChange, code: &str) -> String {
        let rulebook = policy.rulebook();
        match constant.what {
            ConstantKind::TierDuty => {
                let duty = Duty::ALL.into_iter().find(|duty| duty.code() == code);
                rulebook.words.get(Word::duty(duty), self.lang).to_owned()
            }
            ConstantKind::Counted => rulebook.group(code).map_or_else(
                || code.to_owned(),
                |group| rulebook.groups.of(group).label.get(self.lang).to_owned(),
            ),
            ConstantKind::ReadingDefault | ConstantKind::ReadingInForce => {
                let reading = rulebook.readings.find(|reading| reading.code == constant.name);
                let choice = reading
                    .and_then(|(_, reading)| reading.choices.find(|choice| choice.code == code));
                choice.map_or_else(
                    || code.to_owned(),
                    |(_, choice)| {
                        let label = choice.label.get(self.lang);
                        let slots = [("policy", code), ("readings", label)];
                        self.say(Word::DiffSide, &slots)
                    },
                )
            }
            ConstantKind::TierDue | ConstantKind::TargetDue | ConstantKind::ReportDue => {
                let terms = policy.terms();
                let date = terms.dates.find(|date| date.code == code);
                date.map_or_else(
                    || code.to_owned(),
                    |(date, _)| {
                        let day = terms.due_day(date).to_string();
                        self.say(Word::DiffSide, &[("policy", &day), ("readings", code)])
                    },
                )
            }
            ConstantKind::RestRule => {
                let known = [
                    ("literal", Word::DiffRestLiteral),
                    ("next_working_day", Word::DiffRestNextWorkingDay),
                ];
                let word = known.into_iter().find(|(known, _)| *known == code);
                word.map_or_else(|| code.to_owned(), |(_, word)| self.get(word).to_owned())
            }
            ConstantKind::AnswerUnits | ConstantKind::AnswerPosts => {
                code.replace("{county}", self.get(Word::ColumnCounty))
            }
            ConstantKind::FullForm
            | ConstantKind::NoForm
            | ConstantKind::Presumption
            | ConstantKind::TierForms
            | ConstantKind::AreaKinds
            | ConstantKind::RowKinds
            | ConstantKind::TargetKinds
            | ConstantKind::ReportKinds
            | ConstantKind::RowArea => label::named(rulebook, code, self.lang),
            ConstantKind::Group
            | ConstantKind::Form
            | ConstantKind::DueSoonDays
            | ConstantKind::LimitInclusive
            | ConstantKind::Date
            | ConstantKind::RestWeekday
            | ConstantKind::RestHoliday
            | ConstantKind::AreaIsKeyArea
            | ConstantKind::AreaPlace
            | ConstantKind::TierFrom
            | ConstantKind::TierLimit
            | ConstantKind::TierIsUpper
            | ConstantKind::TargetPercent => code.to_owned(),
        }
    }
}

/// The word for a weekday, by its code.
fn weekday(code: &str) -> Option<Word> {
    let known = [
        ("monday", Word::DiffWeekdayMonday),
        ("tuesday", Word::DiffWeekdayTuesday),
        ("wednesday", Word::DiffWeekdayWednesday),
        ("thursday", Word::DiffWeekdayThursday),
        ("friday", Word::DiffWeekdayFriday),
        ("saturday", Word::DiffWeekdaySaturday),
        ("sunday", Word::DiffWeekdaySunday),
    ];
    known.into_iter().find(|(known, _)| *known == code).map(|(_, word)| word)
}

/// The word for what a constant is.
const fn word(what: ConstantKind) -> Word {
    match what {
        ConstantKind::Group => Word::DiffConstantGroup,
        ConstantKind::Form => Word::DiffConstantForm,
        ConstantKind::FullForm => Word::DiffConstantFullForm,
        ConstantKind::NoForm => Word::DiffConstantNoForm,
        ConstantKind::Counted => Word::DiffConstantCounted,
        ConstantKind::DueSoonDays => Word::DiffConstantDueSoonDays,
        ConstantKind::LimitInclusive => Word::DiffConstantLimitInclusive,
        ConstantKind::Date => Word::DiffConstantDate,
        ConstantKind::RestRule => Word::DiffConstantRestRule,
        ConstantKind::RestWeekday => Word::DiffConstantRestWeekday,
        ConstantKind::RestHoliday => Word::DiffConstantRestHoliday,
        ConstantKind::AreaKinds => Word::DiffConstantAreaKinds,
        ConstantKind::AreaIsKeyArea => Word::DiffConstantAreaIsKeyArea,
        ConstantKind::AreaPlace => Word::DiffConstantAreaPlace,
        ConstantKind::Presumption => Word::DiffConstantPresumption,
        ConstantKind::RowKinds => Word::DiffConstantRowKinds,
        ConstantKind::RowArea => Word::DiffConstantRowArea,
        ConstantKind::TierFrom => Word::DiffConstantTierFrom,
        ConstantKind::TierLimit => Word::DiffConstantTierLimit,
        ConstantKind::TierIsUpper => Word::DiffConstantTierIsUpper,
        ConstantKind::TierDuty => Word::DiffConstantTierDuty,
        ConstantKind::TierForms => Word::DiffConstantTierForms,
        ConstantKind::TierDue => Word::DiffConstantTierDue,
        ConstantKind::ReadingDefault => Word::DiffConstantReadingDefault,
        ConstantKind::ReadingInForce => Word::DiffConstantReadingInForce,
        ConstantKind::TargetKinds => Word::DiffConstantTargetKinds,
        ConstantKind::TargetPercent => Word::DiffConstantTargetPercent,
        ConstantKind::TargetDue => Word::DiffConstantTargetDue,
        ConstantKind::ReportKinds => Word::DiffConstantReportKinds,
        ConstantKind::ReportDue => Word::DiffConstantReportDue,
        ConstantKind::AnswerUnits => Word::DiffConstantAnswerUnits,
        ConstantKind::AnswerPosts => Word::DiffConstantAnswerPosts,
    }
}
