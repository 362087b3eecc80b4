//! From terms to tables.

use super::{ClassRows, Outcome, OutcomeSet, RowTable, Tables};
use crate::model::{AreaId, Duty, DutySet, FormId, Id, IdSet, KindId, PlaceId};
use crate::policy::{Ask, Row, Rulebook, Terms};

impl Tables {
    /// Compiles the tables of a rulebook under the given terms.
    pub(crate) fn compile(rulebook: &Rulebook, terms: &Terms) -> Self {
        let classes: Vec<(KindId, Option<PlaceId>)> = rulebook
            .kinds
            .ids()
            .map(|kind| (kind, None))
            .chain(rulebook.places.iter().map(|(place, known)| (known.kind, Some(place))))
            .collect();
        let listed = AreaLists::of(rulebook, terms);
        let class_rows = classes.iter().map(|(kind, place)| listed.rows(terms, *kind, *place));
        let mut sets =
            Sets { known: Vec::new(), full_form: rulebook.full_form, no_form: rulebook.no_form };
        let rows = terms.rows.iter().map(|(_, row)| row_table(row, terms, &mut sets)).collect();
        let mut presumed = vec![None; classes.len()];
        for presumption in &terms.presumptions {
            let class = rulebook.kinds.len() + presumption.place.index();
            if let Some(slot) = presumed.get_mut(class) {
                slot.get_or_insert(presumption.form);
            }
        }
        Self {
            class_rows: class_rows.collect(),
            presumed,
            kinds: rulebook.kinds.len(),
            rows,
            sets: sets.known,
            counted: terms.counted.groups,
            all_groups: rulebook.all_groups(),
            full_form: rulebook.full_form,
            no_form: rulebook.no_form,
        }
    }
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

    fn rows(&self, terms: &Terms, kind: KindId, place: Option<PlaceId>) -> ClassRows {
        let listed =
            place.and_then(|place| self.0.get(place.index()).copied()).unwrap_or(IdSet::EMPTY);
        let row = |said: Option<bool>| {
            terms.row_for(kind, |area| {
                let known = &terms.areas.of(area);
                known.kinds.contains(kind)
                    && said.filter(|_| known.is_key_area).unwrap_or_else(|| listed.contains(area))
            })
        };
        ClassRows { by_list: row(None), said_key: row(Some(true)), said_plain: row(Some(false)) }
    }
}

fn row_table(row: &Row, terms: &Terms, sets: &mut Sets) -> RowTable {
    let tiers = row.tiers_in_force(&terms.limits);
    let mut cells = Vec::with_capacity(2 * tiers.len() * tiers.len());
    for conditions_met in [None, Some(false)] {
        for low in 0..tiers.len() {
            for high in 0..tiers.len() {
                let asks: Vec<&Ask> = tiers
                    .get(low..=high.max(low))
                    .unwrap_or_default()
                    .iter()
                    .map(|(_, tier)| tier.ask_under(conditions_met))
                    .collect();
                cells.push(sets.intern(&asks, terms));
            }
        }
    }
    let threshold =
        row.tiers.iter().find(|(_, tier)| tier.is_upper).map(|(_, tier)| tier.start(&terms.limits));
    RowTable {
        starts: tiers.iter().map(|(start, _)| *start).collect(),
        cells,
        threshold,
        is_key_area: row.area.is_some_and(|area| terms.areas.of(area).is_key_area),
    }
}

/// The sets of outcomes made so far, each once.
struct Sets {
    known: Vec<OutcomeSet>,
    full_form: FormId,
    no_form: FormId,
}

impl Sets {
    fn intern(&mut self, asks: &[&Ask], terms: &Terms) -> u16 {
        let set = self.merge(asks, terms);
        let at = self.known.iter().position(|known| *known == set).unwrap_or_else(|| {
            self.known.push(set);
            self.known.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    fn merge(&self, asks: &[&Ask], terms: &Terms) -> OutcomeSet {
        let mut outcomes: Vec<Outcome> = Vec::new();
        for ask in asks {
            let due = ask.due.map(|due| super::day_number(terms.due_day(due)));
            let outcome = Outcome { duty: ask.duty, forms: ask.forms, due };
            if !outcomes.contains(&outcome) {
                outcomes.push(outcome);
            }
        }
        let duties =
            outcomes.iter().fold(DutySet::default(), |set, outcome| set.with(outcome.duty));
        let named = outcomes.iter().fold(IdSet::EMPTY, |set, outcome| set.union(outcome.forms));
        let forms = named.iter().filter(|form| {
            outcomes
                .iter()
                .all(|outcome| outcome.duty == Duty::None || self.is_full(*form, outcome))
        });
        let mut dues = outcomes.iter().map(|outcome| outcome.due);
        let first = dues.next().flatten();
        OutcomeSet {
            duties,
            duty: duties.only(),
            forms: forms.collect(),
            due: first.filter(|_| dues.all(|due| due == first)),
            provisions: asks.iter().fold(IdSet::EMPTY, |set, ask| set.union(ask.provisions())),
            outcomes,
        }
    }

    fn is_full(&self, form: FormId, outcome: &Outcome) -> bool {
        form != self.no_form
            && (form == self.full_form || outcome.forms.contains(form) || outcome.duty == Duty::May)
    }
}
