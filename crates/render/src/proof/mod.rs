//! What a complete walk through a policy's tables found, in words: as a tree, and as a page.

#[cfg(feature = "checks")]
mod clauses;
#[cfg(feature = "checks")]
mod map;
#[cfg(feature = "checks")]
mod page;
#[cfg(feature = "checks")]
mod readings;

use qiaolian_core::model::{ChoiceId, Duty, ReadingId, Subject};
use qiaolian_core::policy::{Lang, Policy, Word};
use qiaolian_core::prove::{Fault, Matters, Report, Weakening};

use crate::label;
use crate::tree::Branch;

#[cfg(feature = "checks")]
pub use page::proof_page;

/// The report as a tree: what was walked, what holds, where readings matter, what is wrong.
#[must_use]
pub fn proof(policy: &Policy, report: &Report, lang: Lang) -> Branch {
    let page = Page { policy, lang };
    let rulebook = policy.rulebook();
    let count = |number: usize| number.to_string();
    let heading = page.say(
        Word::ProofHeading,
        &[("policy", &rulebook.name()), ("title", rulebook.document.title.get(lang))],
    );
    let mut lines = vec![Branch::leaf(page.say(
        Word::ProofCells,
        &[
            ("rows", &count(report.rows)),
            ("cells", &count(report.cells)),
            ("classes", &count(report.classes)),
        ],
    ))];
    lines.extend(page.held(report).into_iter().map(Branch::leaf));
    lines.extend(report.weakenings.iter().map(|weakening| Branch::leaf(page.weakening(weakening))));
    lines.extend(report.matters.iter().map(|matters| Branch::leaf(page.matters(matters))));
    for fault in &report.faults {
        lines.push(Branch::leaf(page.say(Word::ProofFault, &[("what", &page.fault(fault))])));
    }
    lines.push(Branch::leaf(if report.faults.is_empty() {
        page.get(Word::ProofSound).to_owned()
    } else {
        page.say(Word::ProofFaults, &[("count", &count(report.faults.len()))])
    }));
    Branch::of(heading, lines)
}

#[derive(Clone, Copy)]
struct Page<'p> {
    policy: &'p Policy,
    lang: Lang,
}

impl<'p> Page<'p> {
    fn get(&self, word: Word) -> &'p str {
        self.policy.rulebook().words.get(word, self.lang)
    }

    fn say(&self, word: Word, slots: &[(&str, &str)]) -> String {
        self.policy.rulebook().words.say(word, self.lang, slots)
    }

    /// What holds of the policy, line by line; what doesn't stands among the faults.
    fn held(&self, report: &Report) -> Vec<String> {
        let (mut differs, mut undecided, mut contested, mut unused, mut weakens) = (0, 0, 0, 0, 0);
        for fault in &report.faults {
            match fault {
                Fault::ExplanationDiffers(_) => differs += 1,
                Fault::Undecided { .. } => undecided += 1,
                Fault::Contested { .. } => contested += 1,
                Fault::Weakens(_) => weakens += 1,
                Fault::UnreachableTier { .. }
                | Fault::UnreachableRow(_)
                | Fault::UnusedArea(_)
                | Fault::UnusedDate(_)
                | Fault::UnusedForm(_)
                | Fault::IdleReading { .. } => unused += 1,
            }
        }
        let rulebook = self.policy.rulebook();
        let count = |number: usize| number.to_string();
        let reached = self.say(
            Word::ProofReached,
            &[
                ("tiers", &count(report.tiers)),
                ("areas", &count(rulebook.terms.areas.len())),
                ("readings", &count(rulebook.readings.len())),
                ("words", &count(Word::ALL.len())),
            ],
        );
        let lines = [
            (undecided, self.get(Word::ProofDecided).to_owned()),
            (contested, self.get(Word::ProofContested).to_owned()),
            (unused, reached),
            (weakens, self.get(Word::ProofMonotone).to_owned()),
            (differs, self.get(Word::ProofAgrees).to_owned()),
        ];
        lines.into_iter().filter(|(faults, _)| *faults == 0).map(|(_, line)| line).collect()
    }

    fn duty(&self, duty: Option<Duty>) -> &str {
        self.get(Word::duty(duty))
    }

    fn choice(&self, reading: ReadingId, choice: ChoiceId) -> String {
        label::choice(self.policy, reading, choice, self.lang)
    }

    fn weakening(&self, weakening: &Weakening) -> String {
        let reading = weakening
            .under
            .map(|(reading, choice)| self.choice(reading, choice))
            .unwrap_or_default();
        let word = match weakening.under {
            Some(_) => Word::ProofWeakens,
            None => Word::FaultWeakens,
        };
        self.say(
            word,
            &[
                ("reading", &reading),
                ("row", &self.policy.terms().rows.of(weakening.row).code),
                ("from", &weakening.from.to_string()),
                ("stronger", self.duty(Some(weakening.stronger))),
                ("weaker", self.duty(Some(weakening.weaker))),
            ],
        )
    }

    fn matters(&self, matters: &Matters) -> String {
        let reading = self.choice(matters.reading, matters.choice);
        let (subject, before, after) = match &matters.sample {
            Some(sample) => {
                let status = |decision: &qiaolian_core::decide::Decision| {
                    let status = self.get(Word::status(decision.status));
                    format!("{}·{status}", self.duty(decision.duty))
                };
                let people = label::people(self.policy.rulebook(), sample.before.people, self.lang);
                let subject =
                    format!("{} {people} {}", self.subject(&sample.subject), sample.as_of.date);
                (subject, status(&sample.before), status(&sample.after))
            }
            None => {
                let moved = matters.dates.first();
                let code = moved.map(|(date, ..)| self.policy.terms().dates.of(*date).code.clone());
                let day = |day: Option<chrono::NaiveDate>| {
                    day.map(|day| day.to_string()).unwrap_or_default()
                };
                (
                    code.unwrap_or_default(),
                    day(moved.map(|(_, from, _)| *from)),
                    day(moved.map(|(_, _, to)| *to)),
                )
            }
        };
        self.say(
            Word::ProofMatters,
            &[("reading", &reading), ("subject", &subject), ("before", &before), ("after", &after)],
        )
    }

    fn subject(&self, subject: &Subject) -> String {
        let rulebook = self.policy.rulebook();
        let kind = rulebook.kinds.of(subject.kind).label.get(self.lang);
        match subject.place {
            Some(place) => rulebook.places.of(place).name.clone(),
            None => kind.to_owned(),
        }
    }

    fn fault(&self, fault: &Fault) -> String {
        let rulebook = self.policy.rulebook();
        let terms = &rulebook.terms;
        match fault {
            Fault::Undecided { kind, row, under } => {
                let mut what = rulebook.kinds.of(*kind).label.get(self.lang).to_owned();
                if let Some(row) = row {
                    what = format!("{what} ({})", terms.rows.of(*row).code);
                }
                if let Some((reading, choice)) = under {
                    what = format!("{what}, {}", self.choice(*reading, *choice));
                }
                self.say(Word::FaultUndecided, &[("what", &what)])
            }
            Fault::Contested { row, first, second, from } => {
                let row = terms.rows.of(*row);
                self.say(
                    Word::FaultContested,
                    &[
                        ("row", &row.code),
                        ("first", &row.tiers.of(*first).code),
                        ("second", &row.tiers.of(*second).code),
                        ("from", &from.to_string()),
                    ],
                )
            }
            Fault::UnreachableTier { row, tier } => {
                let row = terms.rows.of(*row);
                self.say(
                    Word::FaultUnreachableTier,
                    &[("row", &row.code), ("tier", &row.tiers.of(*tier).code)],
                )
            }
            Fault::UnreachableRow(row) => {
                self.say(Word::FaultUnreachableRow, &[("row", &terms.rows.of(*row).code)])
            }
            Fault::UnusedArea(area) => {
                self.say(Word::FaultUnusedArea, &[("area", &terms.areas.of(*area).code)])
            }
            Fault::UnusedDate(date) => {
                self.say(Word::FaultUnusedDate, &[("date", &terms.dates.of(*date).code)])
            }
            Fault::UnusedForm(form) => {
                self.say(Word::FaultUnusedForm, &[("form", &rulebook.forms.of(*form).code)])
            }
            Fault::IdleReading { reading, choice } => {
                self.say(Word::FaultIdleReading, &[("reading", &self.choice(*reading, *choice))])
            }
            Fault::Weakens(weakening) => self.weakening(weakening),
            Fault::ExplanationDiffers(class) => {
                let people = label::people(rulebook, class.people, self.lang);
                let what =
                    format!("{} {people} {}", self.subject(&class.subject), class.as_of.date);
                self.say(Word::FaultDiffers, &[("what", &what)])
            }
        }
    }
}
