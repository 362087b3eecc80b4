//! Records against Yuxi's own pack.

mod gazetteer;
mod names;
mod never_panics;
mod problems;
mod values;
mod warnings;
mod ways;

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use qiaolian_core::model::PlaceId;
use qiaolian_core::policy::{Policy, Rulebook};

use crate::{Cell, Column, Options, Outcome, Problem, Record, Resolved, Resolver};

/// A policy with its resolver.
struct Yuxi {
    policy: Policy,
    resolver: Resolver,
}

fn yuxi() -> &'static Yuxi {
    static YUXI: OnceLock<Yuxi> = OnceLock::new();
    YUXI.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies/yuxi-2020");
        let rulebook = qiaolian_pack::load_dir(&folder).unwrap_or_else(|error| panic!("{error}"));
        Yuxi { resolver: Resolver::new(&rulebook), policy: Policy::new(rulebook) }
    })
}

impl Yuxi {
    fn rulebook(&self) -> &Rulebook {
        self.policy.rulebook()
    }
    fn column(&self, code: &str) -> Column {
        let columns = Column::all(self.rulebook());
        *columns.iter().find(|column| column.code(self.rulebook()) == code).expect(code)
    }
    fn outcome(&self, record: &Record<'_>) -> Outcome {
        self.resolver.resolve(&self.policy, record, &Options::default())
    }
    fn code_of(&self, place: PlaceId) -> &str {
        &self.rulebook().places.of(place).code
    }
}

/// A record of texts under columns by their English names.
fn record<'r>(cells: &[(&str, &'r str)]) -> Record<'r> {
    let cells = cells
        .iter()
        .map(|(column, text)| (yuxi().column(column), Cell::Text(Cow::Borrowed(*text))));
    Record { cells: cells.collect() }
}

/// What comes of texts under columns.
fn outcome(cells: &[(&str, &str)]) -> Outcome {
    yuxi().outcome(&record(cells))
}

/// The subject of a good record.
fn good(cells: &[(&str, &str)]) -> Resolved {
    outcome(cells).result.unwrap_or_else(|problems| panic!("{cells:?}: {problems:?}"))
}

/// The problems of a bad record.
fn bad(cells: &[(&str, &str)]) -> Vec<Problem> {
    outcome(cells).result.expect_err(&format!("{cells:?}"))
}

/// The problems of a bad record, each as `column:code`.
fn faults(cells: &[(&str, &str)]) -> Vec<String> {
    let name = |problem: Problem| {
        format!("{}:{}", problem.column.code(yuxi().rulebook()), problem.code.code())
    };
    bad(cells).into_iter().map(name).collect()
}

/// The code of the place that a record is found to be about; none where it is of no listed place.
fn place(cells: &[(&str, &str)]) -> Option<&'static str> {
    good(cells).subject.place.map(|place| yuxi().code_of(place))
}
