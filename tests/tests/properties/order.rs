//! In a register, neither the order of the rows nor that of the columns matters.

use std::collections::BTreeMap;
use std::error::Error;

use chrono::NaiveDate;
use proptest::prelude::*;
use qiaolian::{Determination, Fact, Question};
use qiaolian_register::{Entry, Format, open};
use qiaolian_resolve::{Options, Seen};

use crate::many::registers;
use crate::packs::Pack;
use crate::subjects::{Subject, questions};

/// A column of the register's own that tells its rows apart.
const MARK: &str = "编号";

/// A row of the register: what stands under which column.
type Cells = BTreeMap<String, Fact>;

/// Rows with a mark each.
fn marked(rows: &[Subject]) -> Vec<Cells> {
    let marked = rows.iter().zip(1u32..).map(|(row, mark)| {
        let cells =
            row.cells().into_iter().chain([(MARK, Fact::from(format!("№{mark}").as_str()))]);
        cells.map(|(name, fact)| (name.to_owned(), fact)).collect()
    });
    marked.collect()
}

fn csv(rows: &[Cells], columns: &[String]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut register = csv::Writer::from_writer(Vec::new());
    register.write_record(columns)?;
    for row in rows {
        register.write_record(columns.iter().map(|column| match row.get(column) {
            Some(Fact::Text(text)) => text.clone(),
            Some(Fact::Number(number)) => number.to_string(),
            Some(Fact::Truth(truth)) => truth.to_string(),
            Some(Fact::Unknown(())) | None => String::new(),
        }))?;
    }
    Ok(register.into_inner()?)
}

/// An array of objects, the keys of each in the order of the columns.
fn json(rows: &[Cells], columns: &[String]) -> Result<Vec<u8>, Box<dyn Error>> {
    let objects = rows.iter().map(|row| {
        let cells = columns.iter().filter_map(|column| Some((column, row.get(column)?)));
        cells.collect::<indexmap::IndexMap<_, _>>()
    });
    Ok(serde_json::to_vec(&objects.collect::<Vec<_>>())?)
}

/// The determinations of a register by their marks, without the rows' numbers.
fn assessed(
    pack: &Pack,
    register: &[u8],
    format: Format,
    as_of: NaiveDate,
) -> Result<BTreeMap<String, Determination>, Box<dyn Error>> {
    let mut found = BTreeMap::new();
    let mut seen = Seen::default();
    let question = Question::from(as_of);
    let mut rows = open(register, format, pack.policy.core().rulebook())?;
    while let Some(entry) = rows.next_row()? {
        let Entry::Row(row) = entry else { continue };
        let options = Options::default();
        let answer = pack.policy.assess_record(&row.record, question, &options, &mut seen)?;
        let mark =
            row.extra.iter().find(|(name, _)| name == MARK).ok_or("a row without its mark")?;
        found.insert(mark.1.to_string(), answer.determination());
    }
    Ok(found)
}

/// Rows and columns in two orders.
type Shuffled = (Vec<Cells>, Vec<Cells>, Vec<String>, Vec<String>);

fn shuffled() -> impl Strategy<Value = (&'static Pack, NaiveDate, Shuffled)> {
    registers().prop_flat_map(|(pack, rows, as_of)| {
        let rows = marked(&rows);
        let rulebook = pack.policy.core().rulebook();
        let known = qiaolian_resolve::Column::all(rulebook).into_iter();
        let columns = known.map(|column| column.code(rulebook).to_owned()).chain([MARK.to_owned()]);
        let columns: Vec<String> = columns.collect();
        let orders = (
            Just(rows.clone()),
            Just(rows).prop_shuffle(),
            Just(columns.clone()),
            Just(columns).prop_shuffle(),
        );
        (Just(pack), Just(as_of), orders)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn facts_may_be_given_in_any_order(
        (question, cells) in questions().prop_flat_map(|question| {
            let cells = question.subject.cells();
            (Just(question), Just(cells).prop_shuffle())
        }),
    ) {
        let policy = &question.pack.policy;
        let one = policy.assess(&question.subject.facts(), question.as_of).unwrap();
        let other = policy.assess(&cells.into_iter().collect(), question.as_of).unwrap();
        prop_assert_eq!(one, other);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn rows_and_columns_may_stand_in_any_order(
        (pack, as_of, (rows, other_rows, columns, other_columns)) in shuffled(),
    ) {
        let first = csv(&rows, &columns).unwrap();
        let first = assessed(pack, &first, Format::Csv, as_of).unwrap();
        prop_assert_eq!(first.len(), rows.len());
        let second = csv(&other_rows, &other_columns).unwrap();
        prop_assert_eq!(&first, &assessed(pack, &second, Format::Csv, as_of).unwrap());
        let third = json(&other_rows, &other_columns).unwrap();
        prop_assert_eq!(&first, &assessed(pack, &third, Format::Json, as_of).unwrap());
    }
}
