//! From terms to tables.

use super::{Class, Ends, LANES, NO_TIER, Outcome, OutcomeSet, RowTable, Tables, Timed};
use crate::model::{AreaId, Duty, DutySet, FormId, Id, IdSet, KindId, PlaceId, ProvisionId};
use crate::policy::{Ask, Row, Rulebook, Terms};

impl Tables {
    /// Compiles the tables of a rulebook under the given terms.
    pub(crate) fn compile(rulebook: &Rulebook, terms: &Terms) -> Self {
        let mut sets = Sets::new(rulebook);
        let mut rows = Rows::new(terms);
        for (_, row) in terms.rows.iter() {
            rows.add(row, terms, &mut sets);
        }
        let Rows { rows, starts, blocks, cells } = rows;
        Self {
            classes: classes(rulebook, terms),
            kinds: rulebook.kinds.len(),
            rows,
            starts,
            blocks,
            cells,
            sets: sets.sets,
            ends: sets.ends,
            counted: terms.counted.groups,
            all_groups: rulebook.all_groups(),
        }
    }
}

/// The row of each kind and of each place, and what is presumed of it:
/// [`Rule::Kind`](crate::policy::Rule::Kind), [`Rule::Presumption`](crate::policy::Rule::Presumption).
fn classes(rulebook: &Rulebook, terms: &Terms) -> Vec<Class> {
    let listed = AreaLists::of(rulebook, terms);
    let mut classes = Vec::with_capacity(rulebook.kinds.len() + rulebook.places.len());
    for kind in rulebook.kinds.ids() {
        classes.push(listed.class(terms, kind, None));
    }
    for (place, known) in rulebook.places.iter() {
        classes.push(listed.class(terms, known.kind, Some(place)));
    }
    for presumption in &terms.presumptions {
        let class = rulebook.kinds.len() + presumption.place.index();
        if let Some(class) = classes.get_mut(class) {
            class.presumed.get_or_insert(presumption.form);
        }
    }
    classes
}

/// For each place, the areas whose list it is on.
struct AreaLists(Vec<IdSet<AreaId>>);

impl AreaLists {
    fn of(rulebook: &Rulebook, terms: &Terms) -> Self {
        let mut lists = vec![IdSet::EMPTY; rulebook.places.len()];
        for (area, known) in terms.areas.iter() {
            for place in &known.places {
                if let Some(areas) = lists.get_mut(place.index()) {
                    *areas = areas.with(area);
                }
            }
        }
        Self(lists)
    }

    /// Applies the rule of special areas: a place on a list gets the area's row, unless the record's
    /// own `key_area` says otherwise.
    ///
    /// [`Rule::KeyArea`](crate::policy::Rule::KeyArea),
    /// [`Rule::ListedPlace`](crate::policy::Rule::ListedPlace).
    fn class(&self, terms: &Terms, kind: KindId, place: Option<PlaceId>) -> Class {
        let listed =
            place.and_then(|place| self.0.get(place.index()).copied()).unwrap_or(IdSet::EMPTY);
        let row = |said: Option<bool>| {
            terms.row_for(kind, |area| {
                let known = &terms.areas.of(area);
                known.kinds.contains(kind)
                    && said.filter(|_| known.is_key_area).unwrap_or_else(|| listed.contains(area))
            })
        };
        Class {
            by_list: row(None),
            said_key: row(Some(true)),
            said_plain: row(Some(false)),
            presumed: None,
        }
    }
}

/// The rows made so far, with their tiers and cells: [`Rule::Count`](crate::policy::Rule::Count),
/// [`Rule::ConditionsMet`](crate::policy::Rule::ConditionsMet).
struct Rows {
    rows: Vec<RowTable>,
    starts: Vec<[u64; LANES]>,
    blocks: usize,
    cells: Vec<u16>,
}

impl Rows {
    fn new(terms: &Terms) -> Self {
        let tiers = terms.rows.iter().map(|(_, row)| row.tiers.len());
        let blocks = tiers.max().unwrap_or(0).div_ceil(LANES);
        Self { rows: Vec::new(), starts: Vec::new(), blocks, cells: Vec::new() }
    }

    fn add(&mut self, row: &Row, terms: &Terms, sets: &mut Sets) {
        let tiers = row.tiers_in_force(&terms.limits);
        let threshold = row.tiers.iter().find(|(_, tier)| tier.is_upper);
        self.rows.push(RowTable {
            cells: self.cells.len(),
            tiers: tiers.len(),
            threshold: threshold.map(|(_, tier)| tier.start(&terms.limits)),
            is_key_area: row.area.is_some_and(|area| terms.areas.of(area).is_key_area),
        });
        let mut starts = tiers.iter().map(|(start, _)| *start).chain(core::iter::repeat(NO_TIER));
        for _ in 0..self.blocks {
            self.starts.push([(); LANES].map(|()| starts.next().unwrap_or(NO_TIER)));
        }
        for conditions_met in [None, Some(false)] {
            for low in 0..tiers.len() {
                for high in 0..tiers.len() {
                    let tiers = tiers.get(low..=high.max(low)).unwrap_or_default().iter();
                    let asks = tiers.map(|(_, tier)| tier.ask_under(conditions_met));
                    self.cells.push(sets.intern(&asks.collect::<Vec<_>>(), terms));
                }
            }
        }
    }
}

/// The sets of outcomes made so far, each once.
struct Sets {
    known: Vec<Possible>,
    sets: Vec<OutcomeSet>,
    ends: Ends,
    full_form: FormId,
    no_form: FormId,
}

/// The different outcomes of a set, by number of people, and what they rest on.
#[derive(PartialEq, Eq)]
struct Possible {
    outcomes: Vec<Outcome>,
    provisions: IdSet<ProvisionId>,
}

impl Sets {
    fn new(rulebook: &Rulebook) -> Self {
        let Rulebook { forms, full_form, no_form, .. } = rulebook;
        let (full_form, no_form) = (*full_form, *no_form);
        let ends = Ends::new(forms, full_form, no_form);
        Self { known: Vec::new(), sets: Vec::new(), ends, full_form, no_form }
    }

    fn intern(&mut self, asks: &[&Ask], terms: &Terms) -> u16 {
        let possible = Possible::of(asks, terms);
        let at = self.known.iter().position(|known| *known == possible).unwrap_or_else(|| {
            let set = self.set(&possible);
            self.sets.push(set);
            self.known.push(possible);
            self.known.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    fn set(&mut self, possible: &Possible) -> OutcomeSet {
        let outcomes = &possible.outcomes;
        let duties =
            outcomes.iter().fold(DutySet::default(), |set, outcome| set.with(outcome.duty));
        let mut forms = IdSet::EMPTY;
        let named = outcomes.iter().fold(IdSet::EMPTY, |set, outcome| set.union(outcome.forms));
        for form in named.iter() {
            let is_full =
                |outcome: &Outcome| outcome.duty == Duty::None || self.is_full(form, outcome);
            if outcomes.iter().all(is_full) {
                forms = forms.with(form);
            }
        }
        let mut dues = outcomes.iter().map(|outcome| outcome.due);
        let first = dues.next().flatten();
        OutcomeSet {
            duties,
            duty: duties.only(),
            is_open: outcomes.len() > 1,
            forms,
            due: first.filter(|_| dues.all(|due| due == first)),
            provisions: possible.provisions,
            outcomes: outcomes.clone(),
            first: self.timed(outcomes, first_due(outcomes), true),
            others: self.others(outcomes),
        }
    }

    /// Those of each due day but the first.
    fn others(&mut self, outcomes: &[Outcome]) -> Vec<Timed> {
        let mut others = Vec::new();
        for due in other_dues(outcomes) {
            others.push(self.timed(outcomes, Some(due), false));
        }
        others
    }

    /// The outcomes of one due day; those without one go with the first.
    fn timed(&mut self, outcomes: &[Outcome], due: Option<i32>, is_first: bool) -> Timed {
        let mut of_day = outcomes.to_vec();
        of_day.retain(|outcome| outcome.due == due || (is_first && outcome.due.is_none()));
        self.ends.add(&of_day, due)
    }

    fn is_full(&self, form: FormId, outcome: &Outcome) -> bool {
        form != self.no_form
            && (form == self.full_form || outcome.forms.contains(form) || outcome.duty == Duty::May)
    }
}

impl Possible {
    fn of(asks: &[&Ask], terms: &Terms) -> Self {
        let mut outcomes: Vec<Outcome> = Vec::new();
        for ask in asks {
            let due = ask.due.map(|due| super::day_number(terms.due_day(due)));
            let outcome = Outcome { duty: ask.duty, forms: ask.forms, due };
            if !outcomes.contains(&outcome) {
                outcomes.push(outcome);
            }
        }
        let provisions = asks.iter().fold(IdSet::EMPTY, |set, ask| set.union(ask.provisions()));
        Self { outcomes, provisions }
    }
}

fn first_due(outcomes: &[Outcome]) -> Option<i32> {
    outcomes.iter().find_map(|outcome| outcome.due)
}

/// The due days other than the first.
fn other_dues(outcomes: &[Outcome]) -> Vec<i32> {
    let first = first_due(outcomes);
    let mut dues: Vec<i32> = Vec::new();
    for due in outcomes.iter().filter_map(|outcome| outcome.due) {
        if Some(due) != first && !dues.contains(&due) {
            dues.push(due);
        }
    }
    dues
}
