//! The table of classes as a map: what each row asks of each number of people, and of each interval
//! that an unknown number may lie in. It is read off the compiled tables; the terms only say which
//! tier and which clauses a cell came from.

use chrono::NaiveDate;

use super::Fault;
use crate::compile::{OutcomeSet, Tables, day_of};
use crate::model::{Duty, DutySet, FormId, IdSet, People, ProvisionId, RowId, TierId};
use crate::policy::{ClauseRef, Policy, Row, Terms};

/// A row's part of the map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowMap {
    /// The row.
    pub row: RowId,
    /// Its tables: one, or two where it matters whether conditions are met.
    pub halves: Vec<Half>,
}

/// What a row asks under one state of the fact `conditions_met`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Half {
    /// False where it is known that conditions aren't met, true where they are or nobody said; none
    /// where that changes nothing.
    pub conditions_met: Option<bool>,
    /// Numbers of people that are treated alike, from 0 on.
    pub bands: Vec<Band>,
    /// Intervals that reach from one band to a later one, by these.
    pub open: Vec<Open>,
}

/// Numbers of people that are treated alike.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Band {
    /// The smallest number.
    pub from: u64,
    /// The greatest number; none where nothing bounds it.
    pub to: Option<u64>,
    /// The tier that decides; none in a gap.
    pub tier: Option<TierId>,
    /// A tier that claims the same numbers.
    pub contested_by: Option<TierId>,
    /// What is asked; none in a gap.
    pub given: Option<Given>,
}

/// What one number of people gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// How strongly an organisation is asked for.
    pub duty: Duty,
    /// The forms named.
    pub forms: IdSet<FormId>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Where the document says so.
    pub clauses: Vec<ClauseRef>,
}

/// A number of people that is only known to lie between two bands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Open {
    /// The band of the fewest, by its place in the row.
    pub low: usize,
    /// The band of the most.
    pub high: usize,
    /// What is possible; none where the interval reaches into a gap.
    pub possible: Option<Possible>,
}

/// What some number in an interval gives, and what all agree on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Possible {
    /// The duties possible.
    pub duties: DutySet,
    /// The forms that fulfil whatever of them is asked.
    pub forms: IdSet<FormId>,
    /// The due day that they agree on.
    pub due: Option<NaiveDate>,
    /// The whole provisions of all of them.
    pub provisions: IdSet<ProvisionId>,
}

/// The map of a policy under the choices in force; overlaps are those among the faults.
pub(super) fn all(policy: &Policy, faults: &[Fault]) -> Vec<RowMap> {
    let (tables, terms) = (policy.tables(), policy.terms());
    let map = |(row, rules): (RowId, &Row)| {
        let half = |unready| half((tables, terms), (row, rules), unready, faults);
        let (ready, unready) = (half(false), half(true));
        let halves = if (&ready.bands, &ready.open) == (&unready.bands, &unready.open) {
            vec![Half { conditions_met: None, ..ready }]
        } else {
            vec![ready, unready]
        };
        RowMap { row, halves }
    };
    terms.rows.iter().map(map).collect()
}

fn half(
    held: (&Tables, &Terms),
    (row, rules): (RowId, &Row),
    unready: bool,
    faults: &[Fault],
) -> Half {
    let (tables, terms) = held;
    let mut starts: Vec<u64> = tables.starts(row).collect();
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let mut bands = Vec::new();
    for (at, from) in starts.iter().enumerate() {
        let tier = tier_of(terms, rules, *from);
        let contested_by = faults.iter().find_map(|fault| match fault {
            Fault::Contested { row: found, first, second, .. }
                if *found == row && Some(*second) == tier =>
            {
                Some(*first)
            }
            Fault::Contested { .. }
            | Fault::Undecided { .. }
            | Fault::UnreachableTier { .. }
            | Fault::UnreachableRow(_)
            | Fault::UnusedArea(_)
            | Fault::UnusedDate(_)
            | Fault::UnusedForm(_)
            | Fault::IdleReading { .. }
            | Fault::Weakens(_)
            | Fault::ExplanationDiffers(_) => None,
        });
        let to = starts.get(at + 1).map(|next| next - 1);
        let given = given(held, (row, rules), *from, unready);
        bands.push(Band { from: *from, to, tier, contested_by, given });
    }
    let mut open = Vec::new();
    for (low, fewest) in bands.iter().enumerate() {
        for (high, most) in bands.iter().enumerate().skip(low + 1) {
            let people = People { least: fewest.from, most: Some(most.from) };
            let cell = cell(tables, row, people, unready).filter(|_| fewest.tier.is_some());
            let possible = cell.map(|set| Possible {
                duties: set.duties,
                forms: set.forms,
                due: set.due.and_then(day_of),
                provisions: set.provisions,
            });
            open.push(Open { low, high, possible });
        }
    }
    Half { conditions_met: Some(!unready), bands, open }
}

/// The cell of an interval of people, which is the same as any of the same tiers.
pub(super) fn cell(
    tables: &Tables,
    row: RowId,
    people: People,
    unready: bool,
) -> Option<&OutcomeSet> {
    tables.outcomes(tables.row_of(row)?, people, unready.then_some(false))
}

/// The tier that decides so many people; none below the first.
fn tier_of(terms: &Terms, rules: &Row, count: u64) -> Option<TierId> {
    let start = |tier| u64::from(rules.tiers.of(tier).start(&terms.limits));
    let below = rules.tiers.ids().filter(|tier| start(*tier) <= count);
    below.max_by_key(|tier| (start(*tier), *tier))
}

/// What so many people give, by the table; the clauses are those of the tier.
pub(super) fn given(
    (tables, terms): (&Tables, &Terms),
    (row, rules): (RowId, &Row),
    count: u64,
    unready: bool,
) -> Option<Given> {
    let tier = rules.tiers.of(tier_of(terms, rules, count)?);
    let set = cell(tables, row, People::exactly(count), unready)?;
    let outcome = set.outcomes.first()?;
    Some(Given {
        duty: outcome.duty,
        forms: outcome.forms,
        due: outcome.due.and_then(day_of),
        clauses: tier.ask_under(unready.then_some(false)).clauses.clone(),
    })
}
