//! The readings: what is in force, what each other choice changes, and an example to ask again.

use maud::{Markup, html};
use qiaolian_core::compile::day_of;
use qiaolian_core::decide::Decision;
use qiaolian_core::model::{ChoiceId, FormId, GroupId, IdSet, PlaceId, ReadingId, RowId};
use qiaolian_core::policy::{Reading, Word};
use qiaolian_core::prove::{Changes, Matters, Report, Sample};

use super::Page;
use crate::label;
use crate::outline::anchor;

pub(super) fn readings(it: Page<'_>, report: &Report, facts: &dyn Fn(&Sample) -> String) -> Markup {
    let readings = &it.policy.rulebook().readings;
    html! {
        p { (it.get(if readings.is_empty() { Word::ReviewNoReadings } else { Word::ReviewReadingsLead })) }
        @for (id, reading) in readings.iter() {
            article.reading id=(anchor("reading", &reading.code)) {
                h3 { (reading.phrase.get(it.lang)) " " code { (reading.code) } }
                p { (it.get(Word::OutlineTouches)) " " (it.clause_links(&reading.clauses)) }
                (in_force(it, reading, *it.policy.choices().of(id)))
                @for matters in report.matters.iter().filter(|matters| matters.reading == id) {
                    (other(it, matters, facts))
                }
            }
        }
    }
}

fn in_force(it: Page<'_>, reading: &Reading, choice: ChoiceId) -> Markup {
    let known = reading.choices.of(choice);
    html! {
        p {
            span.mark { (it.get(Word::ReadingInForce)) } " "
            strong { (known.label.get(it.lang)) } " " code { (known.code) }
            @if choice == reading.default { " " span.mark { (it.get(Word::ReadingDefault)) } }
            br; (known.reason.get(it.lang))
        }
    }
}

fn other(it: Page<'_>, matters: &Matters, facts: &dyn Fn(&Sample) -> String) -> Markup {
    let reading = it.policy.rulebook().readings.of(matters.reading);
    let known = reading.choices.of(matters.choice);
    let id = anchor("choice", &[&*reading.code, &known.code].join("-"));
    html! {
        div.other id=(id) {
            h4 {
                (it.say(Word::ReviewOther, &[("choice", known.label.get(it.lang))]))
                " " code { (known.code) }
            }
            p { (known.reason.get(it.lang)) }
            (changes(it, &matters.changes))
            (table(it, Word::ReviewDates, &matters.dates, |(date, from, to)| {
                let date = it.policy.terms().dates.of(*date);
                let name = html! { (it.clause_links(&date.clauses)) " " code { (date.code) } };
                [name, html! { (from) }, html! { (to) }]
            }))
            @match &matters.sample {
                Some(sample) => (example(it, sample, &facts(sample))),
                None if !matters.dates.is_empty() => p { (it.get(Word::ReviewDatesOnly)) },
                None => {},
            }
        }
    }
}

fn changes(it: Page<'_>, changes: &Changes) -> Markup {
    let place = |place: &PlaceId| {
        let known = it.policy.rulebook().places.of(*place);
        html! { (known.name) " " code { (known.code) } }
    };
    let row = |row: &Option<RowId>| row.map_or_else(|| nothing(it), |row| it.row_link(row));
    let form = |form: &Option<FormId>| match form {
        Some(form) => html! { (it.forms(IdSet::EMPTY.with(*form))) },
        None => html! { (it.get(Word::Unknown)) },
    };
    let counted: Vec<_> = changes.counted.into_iter().collect();
    html! {
        (table(it, Word::ReviewCells, &changes.cells, |change| {
            let who = html! {
                (it.row_link(change.row)) " · " (it.people(change.from, change.to))
                @if let Some(met) = change.conditions_met {
                    p { (it.get(if met { Word::ReviewReady } else { Word::ReviewUnready })) }
                }
            };
            [who, it.asked(change.before.as_ref()), it.asked(change.after.as_ref())]
        }))
        (table(it, Word::ReviewPlaces, &changes.places, |(at, from, to)| {
            [place(at), row(from), row(to)]
        }))
        (table(it, Word::ReviewPresumptions, &changes.presumptions, |(at, from, to)| {
            [place(at), form(from), form(to)]
        }))
        (table(it, Word::ReviewCounted, &counted, |(from, to)| {
            [html! { (it.get(Word::CoverageAll)) }, html! { (groups(it, *from)) }, html! { (groups(it, *to)) }]
        }))
    }
}

fn nothing(it: Page<'_>) -> Markup {
    html! { strong.fault { (it.get(Word::ReviewGap)) } }
}

/// The names of some groups of people.
pub(super) fn groups(it: Page<'_>, groups: IdSet<GroupId>) -> String {
    let rulebook = it.policy.rulebook();
    let names: Vec<&str> =
        groups.iter().map(|group| rulebook.groups.of(group).label.get(it.lang)).collect();
    label::listed(rulebook, &names, it.lang)
}

/// What is otherwise under another choice: whose, before, after. Nothing where nothing is.
fn table<T>(it: Page<'_>, heading: Word, rows: &[T], cells: impl Fn(&T) -> [Markup; 3]) -> Markup {
    let rows: Vec<[Markup; 3]> = rows.iter().map(cells).collect();
    drawn(it, heading, &rows)
}

fn drawn(it: Page<'_>, heading: Word, rows: &[[Markup; 3]]) -> Markup {
    html! {
        @if !rows.is_empty() {
            table.changes {
                thead {
                    tr {
                        th scope="col" { (it.get(heading)) }
                        th scope="col" { (it.get(Word::ReviewBefore)) }
                        th scope="col" { (it.get(Word::ReviewAfter)) }
                    }
                }
                tbody { @for cells in rows { tr { @for cell in cells { td { (cell) } } } } }
            }
        }
    }
}

fn example(it: Page<'_>, sample: &Sample, facts: &str) -> Markup {
    let (rulebook, subject) = (it.policy.rulebook(), &sample.subject);
    let yes_no = |truth| it.get(if truth { Word::Yes } else { Word::No });
    let mut known = vec![rulebook.kinds.of(subject.kind).label.get(it.lang).to_owned()];
    if let Some(place) = subject.place {
        known.push(rulebook.places.of(place).name.clone());
    }
    let mut say = |name: &str, value: &str| known.push([name, value].join(" "));
    for (group, of) in rulebook.groups.iter() {
        if let Some(count) = subject.counts.get(group) {
            say(of.label.get(it.lang), &count.to_string());
        }
    }
    if let Some(form) = subject.existing_form {
        say(it.get(Word::ColumnExistingForm), &it.forms(IdSet::EMPTY.with(form)));
    }
    if let Some(met) = subject.conditions_met {
        say(it.get(Word::ColumnConditionsMet), yes_no(met));
    }
    say(it.get(Word::ColumnAsOf), &sample.as_of.date.to_string());
    let (before, after) = (answer(it, &sample.before), answer(it, &sample.after));
    let differs = |at: usize| before.get(at) != after.get(at);
    let rows = [(Word::ReviewBefore, &before), (Word::ReviewAfter, &after)];
    let columns = [
        Word::ColumnDuty,
        Word::ColumnForms,
        Word::ColumnDue,
        Word::ColumnFulfilment,
        Word::ColumnStatus,
    ];
    html! {
        div.example {
            p { strong { (it.get(Word::ReviewExample)) } " " (known.join(" · ")) }
            table {
                thead {
                    tr { td {} @for column in columns { th scope="col" { (it.get(column)) } } }
                }
                tbody {
                    @for (name, cells) in rows {
                        tr {
                            th scope="row" { (it.get(name)) }
                            @for (at, cell) in cells.iter().enumerate() {
                                td class=[differs(at).then_some("differs")] { (cell) }
                            }
                        }
                    }
                }
            }
            p.again { (it.get(Word::ReviewAgain)) " " code.facts { (facts) } }
        }
    }
}

fn answer(it: Page<'_>, decision: &Decision) -> [String; 5] {
    [
        it.duty(decision.duty).to_owned(),
        it.forms(decision.forms),
        decision.due.and_then(day_of).map(|due| due.to_string()).unwrap_or_default(),
        it.get(Word::fulfilment(decision.fulfilment)).to_owned(),
        it.get(Word::status(decision.status)).to_owned(),
    ]
}

impl Page<'_> {
    /// A reading's phrase with one of its choices.
    pub(super) fn choice_label(self, reading: ReadingId, choice: ChoiceId) -> String {
        let known = self.policy.rulebook().readings.of(reading);
        let choice = known.choices.of(choice).label.get(self.lang);
        format!("{} → {choice}", known.phrase.get(self.lang))
    }
}
