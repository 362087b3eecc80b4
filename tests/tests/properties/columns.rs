//! Whole columns get the answers that each row gets alone.

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use qiaolian_core::columns::{
    Answers, Bits, Classes, ColumnFault, Columns, ColumnsError, FilledColumns, Instructions,
    NOT_RESOLVED, Nullable, OPEN_DUTY, Problems, Values,
};
use qiaolian_core::decide::Decision;
use qiaolian_core::model::{
    AsOf, Counts, Duty, FormId, Fulfilment, GroupId, Id, KindId, Status, Subject as Typed,
};
use qiaolian_core::policy::Policy;

use crate::packs::Pack;
use crate::subjects::{days, numbers, packs, subjects};

/// What is said of one row.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Said {
    duty: Option<Duty>,
    fulfilment: Fulfilment,
    status: Status,
    due: Option<i32>,
    days_left: Option<i32>,
    shortfall: Option<u32>,
    problems: u8,
}

impl Said {
    /// What is said of a row that can't be assessed.
    fn wrong(problems: u8) -> Self {
        Self {
            duty: None,
            fulfilment: Fulfilment::Unknown,
            status: Status::Undetermined,
            due: None,
            days_left: None,
            shortfall: None,
            problems,
        }
    }

    fn alone(decision: &Decision) -> Self {
        Self {
            duty: decision.duty,
            fulfilment: decision.fulfilment,
            status: decision.status,
            due: decision.due.map(|due| due - EPOCH),
            days_left: decision.days_left,
            shortfall: decision.shortfall().and_then(|short| u32::try_from(short).ok()),
            problems: 0,
        }
    }

    fn in_columns(answers: &Answers) -> Vec<Self> {
        let known = |bits: &[u8], at: usize| bits[at / 8] >> (at % 8) & 1 == 1;
        let said = |at: usize| Self {
            duty: Some(answers.duty[at])
                .filter(|duty| *duty != OPEN_DUTY)
                .map(|duty| Duty::ALL[usize::from(duty)]),
            fulfilment: Fulfilment::ALL[usize::from(answers.fulfilment[at])],
            status: Status::ALL[usize::from(answers.status[at])],
            due: Some(answers.due[at]).filter(|_| known(&answers.due_validity, at)),
            days_left: Some(answers.days_left[at])
                .filter(|_| known(&answers.days_left_validity, at)),
            shortfall: Some(answers.shortfall[at])
                .filter(|_| known(&answers.shortfall_validity, at)),
            problems: answers.problems[at],
        };
        (0..answers.rows()).map(said).collect()
    }
}

/// Days from the common era's first to 1970-01-01.
const EPOCH: i32 = 719_163;

fn as_of(policy: &Policy, date: NaiveDate) -> AsOf {
    AsOf { date, due_soon_days: policy.rulebook().due_soon_days }
}

/// Both builds of the instructions give the same; what stands where nothing is known is 0.
fn answers(policy: &Policy, columns: &Columns<'_>, as_of: AsOf) -> Result<Answers, TestCaseError> {
    let answers =
        policy.decide_columns(columns, as_of).map_err(|e| TestCaseError::fail(e.to_string()))?;
    // Columns that were used before, of another length.
    let mut plain = Answers::default();
    let before = Columns { kind: &[NOT_RESOLVED; 300], ..Columns::default() };
    for columns in [&before, columns] {
        policy
            .decide_columns_into(columns, as_of, Instructions::AsCompiled, &mut plain)
            .map_err(|e| TestCaseError::fail(e.to_string()))?;
    }
    prop_assert_eq!(&answers, &plain);
    for (at, said) in Said::in_columns(&answers).iter().enumerate() {
        prop_assert!(said.due.is_some() || answers.due[at] == 0);
        prop_assert!(said.days_left.is_some() || answers.days_left[at] == 0);
        prop_assert!(said.shortfall.is_some() || answers.shortfall[at] == 0);
    }
    Ok(answers)
}

/// Numbers of rows, some of which fill what goes through at once, or just don't.
fn lengths() -> impl Strategy<Value = usize> {
    prop_oneof![6 => 0usize..300, 1 => 4_090usize..4_102, 1 => 8_190usize..8_200]
}

/// Registers of one pack, under one of its readings.
fn registers()
-> impl Strategy<Value = (&'static Pack, usize, Vec<crate::subjects::Subject>, NaiveDate)> {
    packs().prop_flat_map(|pack| {
        (Just(pack), 0..pack.variants.len(), vec(subjects(pack), 1..24), days(pack))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn a_register_in_columns_is_answered_as_row_by_row(
        (pack, variant, rows, date) in registers(),
        length in lengths(),
    ) {
        let policy = &pack.variants[variant];
        let core = policy.core();
        let as_of = as_of(core, date);
        let classes = Classes::of(core).unwrap();
        let mut filled = FilledColumns::new(pack.groups.len());
        let mut alone = Vec::new();
        let typed: Vec<Typed> = rows
            .iter()
            .map(|row| policy.assessment(&row.facts(), date.into()).unwrap().resolved().subject)
            .collect();
        for subject in typed.iter().cycle().take(length) {
            filled.push(&classes, Some(subject));
            alone.push(Said::alone(&core.decide(subject, as_of).unwrap()));
        }
        let together = answers(core, &filled.columns(), as_of)?;
        prop_assert_eq!(Said::in_columns(&together), alone);
    }
}

/// Any columns at all: with what can't be, and with anything where nothing is known.
#[derive(Clone, Debug)]
struct Raw {
    kind: Vec<u8>,
    groups: Vec<Option<Vec<(u32, bool)>>>,
    total: Option<Vec<(u32, bool)>>,
    presumed_form: Option<Vec<(u8, bool)>>,
    existing_form: Option<Vec<(u8, bool)>>,
    established_on: Option<Vec<(i32, bool)>>,
    truths: [Option<Vec<(bool, bool)>>; 3],
    /// Columns without a bitmap, where everything is known.
    all_known: bool,
}

fn raw(pack: &'static Pack, rows: usize) -> impl Strategy<Value = Raw> {
    fn column<T: Strategy>(
        values: T,
        rows: usize,
    ) -> impl Strategy<Value = Option<Vec<(T::Value, bool)>>>
    where
        T::Value: Clone + std::fmt::Debug,
    {
        option::weighted(0.8, vec((values, any::<bool>()), rows))
    }
    let rulebook = pack.policy.core().rulebook();
    let (kinds, forms) = (rulebook.kinds.len(), rulebook.forms.len());
    let small = |count: usize| prop_oneof![9 => 0..u8::try_from(count + 4).unwrap_or(u8::MAX), 1 => any::<u8>()];
    let day = days(pack).prop_map(|day| (day - NaiveDate::default()).num_days() as i32);
    let day = prop_oneof![9 => day, 1 => -2_000_000..2_000_000i32];
    let truths = || column(any::<bool>(), rows);
    (
        vec(small(kinds), rows),
        vec(column(numbers(pack), rows), pack.groups.len()),
        column(numbers(pack), rows),
        column(small(forms), rows),
        column(small(forms), rows),
        column(day, rows),
        [truths(), truths(), truths()],
        any::<bool>(),
    )
        .prop_map(
            |(
                kind,
                groups,
                total,
                presumed_form,
                existing_form,
                established_on,
                truths,
                all_known,
            )| Raw {
                kind,
                groups,
                total,
                presumed_form,
                existing_form,
                established_on,
                truths,
                all_known,
            },
        )
}

impl Raw {
    /// The same rows again and again, up to so many.
    fn cycled(&self, length: usize) -> Self {
        fn again<T: Clone>(rows: &[T], length: usize) -> Vec<T> {
            rows.iter().cloned().cycle().take(length).collect()
        }
        Self {
            kind: again(&self.kind, length),
            groups: self.groups.iter().map(|group| Some(again(group.as_ref()?, length))).collect(),
            total: self.total.as_ref().map(|column| again(column, length)),
            presumed_form: self.presumed_form.as_ref().map(|column| again(column, length)),
            existing_form: self.existing_form.as_ref().map(|column| again(column, length)),
            established_on: self.established_on.as_ref().map(|column| again(column, length)),
            truths: self.truths.each_ref().map(|column| Some(again(column.as_ref()?, length))),
            all_known: self.all_known,
        }
    }
}

/// A column as it goes in: garbage where nothing is known.
struct Column<T> {
    values: Vec<T>,
    validity: Option<Vec<u8>>,
}

impl<T: Copy> Column<T> {
    fn of(raw: &Option<Vec<(T, bool)>>, all_known: bool) -> Option<Self> {
        let raw = raw.as_ref()?;
        let mut known = Bits::default();
        raw.iter().for_each(|(_, is_known)| known.push(Some(*is_known)));
        let values = raw.iter().map(|(value, _)| *value).collect();
        Some(Self { values, validity: (!all_known).then_some(known.values) })
    }
    fn column(&self) -> Nullable<'_, T> {
        Nullable { values: &self.values, validity: self.validity.as_deref() }
    }
    fn get(&self, at: usize) -> Option<T> {
        let known = self.validity.as_ref().is_none_or(|bits| bits[at / 8] >> (at % 8) & 1 == 1);
        Some(self.values[at]).filter(|_| known)
    }
}

/// A subject of the class of that number, of which nothing else is known.
fn subject_of(policy: &Policy, classes: &Classes, class: u8) -> Option<Typed> {
    let rulebook = policy.rulebook();
    if usize::from(class) < rulebook.kinds.len() {
        return KindId::new(usize::from(class)).map(Typed::unknown);
    }
    rulebook.places.iter().find_map(|(id, place)| {
        let subject = Typed { place: Some(id), ..Typed::unknown(place.kind) };
        let (of_place, presumed) = classes.class(&subject)?;
        (of_place == class && presumed.is_none()).then_some(subject)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_columns_at_all_are_answered_or_marked(
        (pack, variant, raw, date) in (packs(), 0usize..200).prop_flat_map(|(pack, rows)| {
            (Just(pack), 0..pack.variants.len(), raw(pack, rows), days(pack))
        }),
        length in lengths(),
    ) {
        let raw = raw.cycled(length);
        let core = pack.variants[variant].core();
        let (rulebook, as_of) = (core.rulebook(), as_of(core, date));
        let groups: Vec<_> = raw.groups.iter().map(|group| Column::of(group, raw.all_known)).collect();
        let total = Column::of(&raw.total, raw.all_known);
        let presumed = Column::of(&raw.presumed_form, raw.all_known);
        let existing = Column::of(&raw.existing_form, raw.all_known);
        let established = Column::of(&raw.established_on, raw.all_known);
        let truths = raw.truths.clone().map(|column| {
            column.map(|column| {
                let mut bits = Bits::default();
                column.iter().for_each(|(value, known)| bits.push(known.then_some(*value)));
                bits
            })
        });
        let truth = |at: usize, row: usize| {
            let column = raw.truths[at].as_ref()?;
            let (value, known) = column[row];
            known.then_some(value)
        };
        let [key_area, conditions_met, exception_agreed] = &truths;
        let mut columns = Columns {
            kind: &raw.kind,
            total: total.as_ref().map(Column::column),
            key_area: key_area.as_ref().map(Bits::column),
            presumed_form: presumed.as_ref().map(Column::column),
            existing_form: existing.as_ref().map(Column::column),
            established_on: established.as_ref().map(Column::column),
            conditions_met: conditions_met.as_ref().map(Bits::column),
            exception_agreed: exception_agreed.as_ref().map(Bits::column),
            ..Columns::default()
        };
        for (at, group) in groups.iter().enumerate() {
            if let Some(group) = group {
                columns = columns.with_group(GroupId::at(at), group.column());
            }
        }
        let together = Said::in_columns(&answers(core, &columns, as_of)?);
        let classes = Classes::of(core).unwrap();
        for (row, together) in together.into_iter().enumerate() {
            let subject = subject_of(core, &classes, raw.kind[row]);
            let known = rulebook.kinds.len() + classes.listed().count();
            if subject.is_none() && usize::from(raw.kind[row]) < known {
                // Of each place of the class an organisation is presumed: none to compare with.
                continue;
            }
            let counted: Vec<Option<u32>> =
                groups.iter().map(|group| group.as_ref().and_then(|group| group.get(row))).collect();
            let total = total.as_ref().and_then(|total| total.get(row));
            let on_record = existing.as_ref().and_then(|form| form.get(row));
            let form = on_record.or(presumed.as_ref().and_then(|form| form.get(row)));
            let form_id = form.map(|form| FormId::at(usize::from(form)));
            let day = established.as_ref().and_then(|day| day.get(row));
            let largest = counted.iter().flatten().max().copied().unwrap_or(0);
            let sum = counted.iter().try_fold(0u64, |sum, count| Some(sum + u64::from((*count)?)));
            let mut problems = 0;
            if subject.is_none() {
                problems |= Problems::KIND.0;
            }
            if form.is_some_and(|form| usize::from(form) >= rulebook.forms.len()) {
                problems |= Problems::FORM.0;
            }
            if total.is_some_and(|total| total < largest || sum.is_some_and(|sum| u64::from(total) > sum)) {
                problems |= Problems::TOTAL.0;
            }
            if day.is_some() && on_record.is_some() && form_id == Some(rulebook.no_form) {
                problems |= Problems::DATE.0;
            }
            let expected = match subject {
                Some(subject) if problems == 0 => {
                    let mut counts = Counts::UNKNOWN;
                    for (at, count) in counted.iter().enumerate() {
                        if let Some(count) = count {
                            counts = counts.with(GroupId::at(at), *count);
                        }
                    }
                    counts.total = total;
                    let day = day.filter(|_| on_record.is_some());
                    let day = day.map(|day| match u64::try_from(day) {
                        Ok(days) => NaiveDate::default() + Days::new(days),
                        Err(_) => NaiveDate::default() - Days::new(u64::from(day.unsigned_abs())),
                    });
                    let subject = Typed {
                        counts,
                        key_area: truth(0, row),
                        existing_form: form_id,
                        established_on: day,
                        conditions_met: truth(1, row),
                        exception_agreed: truth(2, row),
                        ..subject
                    };
                    Said::alone(&core.decide(&subject, as_of).unwrap())
                }
                Some(_) | None => Said::wrong(problems),
            };
            prop_assert_eq!(together, expected, "row {}", row);
        }
    }
}

#[test]
fn columns_of_different_lengths_are_refused() {
    let core = qiaolian::Policy::yuxi_2020().core().clone();
    let day = as_of(&core, NaiveDate::default());
    let total = Values { values: vec![1u32; 3], validity: vec![7] };
    let refused = |columns: &Columns<'_>| match core.decide_columns(columns, day) {
        Err(ColumnsError::Fault(ColumnFault::Length { column, what, found, expected, rows })) => {
            Some((column, what, found, expected, rows))
        }
        Ok(_) | Err(_) => None,
    };
    let columns = Columns { kind: &[0; 4], total: Some(total.column()), ..Columns::default() };
    assert_eq!(refused(&columns), Some(("total".to_owned(), "values", 3, 4, 4)));
    let flags = Bits::default();
    let columns = Columns { kind: &[0; 4], key_area: Some(flags.column()), ..Columns::default() };
    let expected = Some(("key_area".to_owned(), "bytes of a bitmap", 0, 1, 4));
    assert_eq!(refused(&columns), expected);
    let group = total.column();
    let columns = Columns { kind: &[0; 3], ..Columns::default() }.with_group(GroupId::at(7), group);
    let refused = core.decide_columns(&columns, day);
    let expected = ColumnFault::NoGroup { index: 7, groups: 3 };
    assert_eq!(refused, Err(ColumnsError::Fault(expected)));
}
