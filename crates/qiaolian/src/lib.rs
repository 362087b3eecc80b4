//! Who must, should or may set up a federation of returned overseas Chinese (侨联), in what form, by
//! when, and who answers for it: a Chinese city's plan as rules that other systems can trust.
//!
//! ```
//! use chrono::NaiveDate;
//! use qiaolian::{DutyOrOpen, Facts, Policy};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let facts = Facts::new().kind("village").county("红塔区").name("金州社区").existing_form("none");
//! let as_of = NaiveDate::from_ymd_opt(2023, 3, 31).ok_or("a day")?;
//! let determination = Policy::yuxi_2020().assess(&facts, as_of)?;
//! assert_eq!(determination.duty, DutyOrOpen::InPrincipleMust);
//! assert_eq!(determination.provisions, ["2.2"]);
//! println!("{}", serde_json::to_string(&determination)?);
//! # Ok(())
//! # }
//! ```
//!
//! * [`Policy`] is a document put into data, under certain choices of what its text leaves open.
//! * [`Facts`] are what is known of one subject; what is left out is unknown, never zero or false.
//! * [`Determination`] is the answer: duty, forms, due date, status, what it rests on, what is missing,
//!   which readings decide it, why, and every condition that was looked at.
//! * [`Error`] says what is wrong and how to mend it, in one shape on every surface.

mod answer;
mod assessment;
mod calendar;
#[cfg(feature = "checks")]
pub mod checks;
#[cfg(feature = "columns")]
mod columns;
mod coverage;
mod determination;
#[cfg(feature = "checks")]
mod diff;
mod error;
mod explained;
mod facts;
mod listing;
mod named;
mod number;
mod policy;
#[cfg(feature = "checks")]
mod proof;
mod schedule;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "checks")]
mod sensitivity;
mod texts;
#[cfg(feature = "checks")]
mod what_if;

pub use assessment::Assessment;
#[cfg(feature = "checks")]
pub use checks::{InputFault, Wanted};
#[cfg(feature = "columns")]
pub use columns::{ClassEntry, ColumnBytes, ColumnCodes, Element, FactColumn, ResolvedColumns};
pub use coverage::{
    CountyCoverage, CoverageBuilder, CoverageEntry, CoverageReport, KindCoverage, MissingEntry,
    RejectedEntry, TargetEntry,
};
pub use determination::{
    Bodies, Determination, DutyOrOpen, Holds, TraceStep, TraceValue, UnknownHolds,
};
#[cfg(feature = "checks")]
pub use diff::{
    ChangedFields, ChangedSubject, DiffBuilder, DiffRejected, DiffReport, DiffSide, Flow,
    SubjectAnswer, SubjectsDiff,
};
pub use error::{ArgumentFault, Envelope, Error, FilePlace, Mistake, ProblemReport};
pub use explained::Explained;
pub use facts::{Fact, Facts};
pub use listing::{ChoiceEntry, ClauseEntry, PolicyEntry, ProvisionEntry, ReadingEntry};
pub use named::Named;
pub use number::Number;
pub use policy::{Policy, Question};
#[cfg(feature = "checks")]
pub use proof::{
    AnswerEntry, AskEntry, BandEntry, CellChangeEntry, CheckReport, CountedChangeEntry,
    ExampleEntry, FaultEntry, MapEntry, OpenEntry, PlaceChangeEntry, RestEntry, RestingEntry,
    SampleEntry, WeakeningEntry,
};
#[cfg(feature = "columns")]
pub use qiaolian_core::columns::{
    AnswerColumn, Answers, Bits, Columns, FilledColumns, Nullable, Problems, Truths, Values,
};
pub use qiaolian_core::coverage::{Bounds, Fraction, Range, TargetStanding};
#[cfg(feature = "checks")]
pub use qiaolian_core::diff::{
    AreaPair, Asked, ClassChange, ConstantChange, ConstantKind, ConstantValue, DiffPlace, OnRecord,
    PeopleRange,
};
pub use qiaolian_core::model::{Duty, Fulfilment, Status};
pub use qiaolian_core::policy::{Lang, Text};
pub use schedule::{About, ReportName, Schedule, ScheduleBuilder, ScheduleEntry};
#[cfg(feature = "schema")]
pub use schema::{SCHEMAS, schema};
#[cfg(feature = "checks")]
pub use sensitivity::{
    AlikeEntry, ChangesEntry, CountsEntry, FlipEntry, MarginEntry, SensitivityBuilder,
    SensitivityOptions, SensitivityReport, StandingEntry,
};
#[cfg(not(feature = "texts"))]
pub use texts::give_texts;
#[cfg(feature = "texts")]
pub use texts::texts_of;
#[cfg(feature = "checks")]
pub use what_if::{
    ChangeEntry, NextFactReport, QuestionEntry, ReplyEntry, WhatIfEntry, WhatIfReport,
};

/// The README's examples run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
