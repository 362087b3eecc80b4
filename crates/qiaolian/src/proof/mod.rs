//! What a policy's proof found: as plain values, as a tree, and as a page that says the same.

mod entries;
mod example;
mod rests;

use qiaolian_core::model::{AreaId, ChoiceId, FormId, PlaceId, ReadingId, RowId};
use qiaolian_core::policy::Lang;
use qiaolian_core::prove::{
    Band, CellChange, Fault, Given, Half, Matters, Open, Report, RowMap, Weakening,
};

pub use entries::{
    AnswerEntry, AskEntry, BandEntry, CellChangeEntry, CheckReport, CountedChangeEntry,
    ExampleEntry, FaultEntry, MapEntry, OpenEntry, PlaceChangeEntry, RestEntry, RestingEntry,
    SampleEntry, WeakeningEntry,
};

use crate::policy::Policy;

impl Policy {
    /// The proof's report as plain values.
    #[must_use]
    pub fn check_report(&self) -> CheckReport {
        let Report { rows, tiers, cells, classes, map, weakenings, matters, clauses, faults } =
            self.check();
        let rulebook = self.core().rulebook();
        CheckReport {
            policy: rulebook.name(),
            policy_digest: rulebook.digest.clone(),
            plan_digest: rulebook.document.plan_digest.clone(),
            in_force: self.readings_in_force(),
            rows,
            tiers,
            cells,
            classes,
            sound: faults.is_empty(),
            map: map.iter().flat_map(|row| self.map_of(row)).collect(),
            faults: faults.iter().map(|fault| self.fault(fault)).collect(),
            weakenings: weakenings.iter().map(|weakening| self.weakening(weakening)).collect(),
            readings: matters.iter().map(|matters| self.sample(matters)).collect(),
            clauses: clauses.iter().map(|resting| self.resting(resting)).collect(),
        }
    }

    /// The proof's report as a tree to read.
    #[must_use]
    pub fn check_text(&self, lang: Lang) -> String {
        qiaolian_render::proof(self.core(), &self.check(), lang).to_string()
    }

    /// The proof's report as a page for people, which stands alone and can be printed: HTML without a script.
    #[must_use]
    pub fn check_html(&self, lang: Lang) -> String {
        let facts = |sample: &qiaolian_core::prove::Sample| {
            serde_json::to_string(&self.example(sample).facts).unwrap_or_default()
        };
        qiaolian_render::proof_page(self.core(), &self.check(), lang, &facts)
    }

    fn row_code(&self, row: RowId) -> String {
        self.core().terms().rows.of(row).code.clone()
    }

    fn area_code(&self, area: AreaId) -> String {
        self.core().terms().areas.of(area).code.clone()
    }

    fn map_of(&self, map: &RowMap) -> Vec<MapEntry> {
        let rulebook = self.core().rulebook();
        let row = self.core().terms().rows.of(map.row);
        let kinds: Vec<String> =
            row.kinds.iter().map(|kind| rulebook.kinds.of(kind).code.clone()).collect();
        let entry = |half: &Half| MapEntry {
            row: row.code.clone(),
            kinds: kinds.clone(),
            area: row.area.map(|area| self.area_code(area)),
            conditions_met: half.conditions_met,
            bands: half.bands.iter().map(|band| self.band(map.row, band)).collect(),
            open: half.open.iter().filter_map(|open| self.open(half, open)).collect(),
        };
        map.halves.iter().map(entry).collect()
    }

    fn band(&self, row: RowId, band: &Band) -> BandEntry {
        let tiers = &self.core().terms().rows.of(row).tiers;
        BandEntry {
            from: band.from,
            to: band.to,
            tier: band.tier.map(|tier| tiers.of(tier).code.clone()),
            contested_by: band.contested_by.map(|tier| tiers.of(tier).code.clone()),
            asks: band.given.as_ref().map(|given| self.ask(given)),
        }
    }

    fn ask(&self, given: &Given) -> AskEntry {
        AskEntry {
            duty: given.duty,
            forms: self.form_codes(given.forms),
            due: given.due,
            clauses: self.clause_codes(&given.clauses),
        }
    }

    fn open(&self, half: &Half, open: &Open) -> Option<OpenEntry> {
        let provisions = &self.core().rulebook().provisions;
        let possible = open.possible.as_ref();
        let (duties, forms) = possible.map(|found| (found.duties, found.forms)).unwrap_or_default();
        let rests = possible.map(|found| found.provisions).unwrap_or_default();
        Some(OpenEntry {
            least: half.bands.get(open.low)?.from,
            most: half.bands.get(open.high)?.from,
            possible_duties: duties.iter().collect(),
            forms: self.form_codes(forms),
            due: possible.and_then(|found| found.due),
            provisions: rests.iter().map(|id| provisions.of(id).id.clone()).collect(),
        })
    }

    fn choice_code(&self, reading: ReadingId, choice: ChoiceId) -> (String, String) {
        let known = self.core().rulebook().readings.of(reading);
        (known.code.clone(), known.choices.of(choice).code.clone())
    }

    fn weakening(&self, weakening: &Weakening) -> WeakeningEntry {
        let under = weakening.under.map(|(reading, choice)| self.choice_code(reading, choice));
        let (reading, choice) = under.unzip();
        WeakeningEntry {
            reading,
            choice,
            row: self.row_code(weakening.row),
            from: weakening.from,
            stronger: weakening.stronger,
            weaker: weakening.weaker,
        }
    }

    fn sample(&self, matters: &Matters) -> SampleEntry {
        let rulebook = self.core().rulebook();
        let (reading, choice) = self.choice_code(matters.reading, matters.choice);
        let changes = &matters.changes;
        let row = |row: &Option<RowId>| row.map(|row| self.row_code(row));
        let form = |form: &Option<FormId>| form.map(|form| rulebook.forms.of(form).code.clone());
        let group_codes = |groups: qiaolian_core::model::IdSet<_>| {
            groups.iter().map(|group| rulebook.groups.of(group).code.clone()).collect()
        };
        let dates = matters
            .dates
            .iter()
            .map(|(date, from, to)| (self.core().terms().dates.of(*date).code.clone(), *from, *to));
        SampleEntry {
            reading,
            choice,
            cells: changes.cells.iter().map(|change| self.cell_change(change)).collect(),
            places: changes
                .places
                .iter()
                .map(|(place, from, to)| self.place_change(*place, row(from), row(to)))
                .collect(),
            presumptions: changes
                .presumptions
                .iter()
                .map(|(place, from, to)| self.place_change(*place, form(from), form(to)))
                .collect(),
            counted: changes.counted.map(|(from, to)| CountedChangeEntry {
                before: group_codes(from),
                after: group_codes(to),
            }),
            dates: dates.collect(),
            example: matters.sample.as_ref().map(|sample| self.example(sample)),
        }
    }

    fn cell_change(&self, change: &CellChange) -> CellChangeEntry {
        CellChangeEntry {
            row: self.row_code(change.row),
            conditions_met: change.conditions_met,
            from: change.from,
            to: change.to,
            before: change.before.as_ref().map(|given| self.ask(given)),
            after: change.after.as_ref().map(|given| self.ask(given)),
        }
    }

    fn place_change(
        &self,
        place: PlaceId,
        before: Option<String>,
        after: Option<String>,
    ) -> PlaceChangeEntry {
        let known = self.core().rulebook().places.of(place);
        PlaceChangeEntry { code: known.code.clone(), name: known.name.clone(), before, after }
    }

    fn fault(&self, fault: &Fault) -> FaultEntry {
        let rulebook = self.core().rulebook();
        let terms = &rulebook.terms;
        let (code, about) = match fault {
            Fault::Undecided { kind, .. } => ("undecided", rulebook.kinds.of(*kind).code.clone()),
            Fault::Contested { row, second, .. } => {
                let row = terms.rows.of(*row);
                ("contested", format!("{}.{}", row.code, row.tiers.of(*second).code))
            }
            Fault::UnreachableTier { row, tier } => {
                let row = terms.rows.of(*row);
                ("unreachable_tier", format!("{}.{}", row.code, row.tiers.of(*tier).code))
            }
            Fault::UnreachableRow(row) => ("unreachable_row", terms.rows.of(*row).code.clone()),
            Fault::UnusedArea(area) => ("unused_area", terms.areas.of(*area).code.clone()),
            Fault::UnusedDate(date) => ("unused_date", terms.dates.of(*date).code.clone()),
            Fault::UnusedForm(form) => ("unused_form", rulebook.forms.of(*form).code.clone()),
            Fault::IdleReading { reading, choice } => {
                let (reading, choice) = self.choice_code(*reading, *choice);
                ("idle_reading", format!("{reading}={choice}"))
            }
            Fault::Weakens(weakening) => ("weakens", terms.rows.of(weakening.row).code.clone()),
            Fault::ExplanationDiffers(class) => {
                ("explanation_differs", rulebook.kinds.of(class.subject.kind).code.clone())
            }
        };
        FaultEntry { code: code.to_owned(), about }
    }
}
