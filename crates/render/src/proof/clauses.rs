//! Clause by clause what rests on it; or that nothing does, and why.

use maud::{Markup, html};
use qiaolian_core::model::IdSet;
use qiaolian_core::policy::{Nature, RestRule, Word};
use qiaolian_core::prove::{Report, Rest, Resting};

use super::Page;
use super::map::tier_anchor;
use super::readings::groups;
use crate::label;
use crate::outline::anchor;

pub(super) fn clauses(it: Page<'_>, report: &Report) -> Markup {
    let rulebook = it.policy.rulebook();
    html! {
        p { (crate::tree::provision_totals(rulebook, it.lang)) }
        @for (id, provision) in rulebook.provisions.iter() {
            h3 { (provision.label.get(it.lang)) " " (provision.title.get(it.lang)) }
            table.clauses {
                tbody {
                    @for resting in report.clauses.iter().filter(|resting| resting.clause.provision == id) {
                        (clause(it, report, resting))
                    }
                }
            }
        }
    }
}

fn clause(it: Page<'_>, report: &Report, resting: &Resting) -> Markup {
    let rulebook = it.policy.rulebook();
    let found = rulebook.provisions.of(resting.clause.provision).clause(resting.clause.number);
    let nature = found.map(|clause| &clause.nature);
    let mut sorts: Vec<(Word, Vec<Markup>)> = Vec::new();
    for rest in &resting.on_it {
        let (sort, item) = (sort(*rest), item(it, report, *rest));
        match sorts.last_mut() {
            Some((last, items)) if *last == sort => items.push(item),
            Some(_) | None => sorts.push((sort, vec![item])),
        }
    }
    html! {
        tr id=(anchor("clause", &resting.clause.code(&rulebook.provisions))) {
            th scope="row" {
                strong { (label::clause_label(rulebook, resting.clause, it.lang)) }
                @if let Some(clause) = found { p { (clause.says.get(it.lang)) } }
            }
            td {
                @if let Some(Nature::Guidance(why)) = nature {
                    p { span.mark { (it.get(Word::ProvisionGuidance)) } " " (why.get(it.lang)) }
                    @if sorts.is_empty() { p.clauses { (it.get(Word::ReviewNothing)) } }
                } @else if sorts.is_empty() {
                    p.fault { "✗ " (it.get(Word::ReviewNothing)) }
                }
                dl {
                    @for (sort, items) in &sorts {
                        dt { (it.get(*sort)) }
                        dd { ul { @for item in items { li { (item) } } } }
                    }
                }
            }
        }
    }
}

const fn sort(rest: Rest) -> Word {
    match rest {
        Rest::Tier { unready: false, .. } => Word::ReviewSortTier,
        Rest::Tier { unready: true, .. } => Word::ReviewSortUnready,
        Rest::Limit(_) => Word::ReviewSortLimit,
        Rest::Counted => Word::ReviewCounted,
        Rest::Date(_) => Word::ReviewSortDate,
        Rest::RestDays => Word::ReviewSortRest,
        Rest::Area(_) => Word::ReviewSortArea,
        Rest::Presumption(..) => Word::ReviewSortPresumption,
        Rest::Answer(_) => Word::ReviewSortAnswer,
        Rest::Report(_) => Word::ReviewSortReport,
        Rest::Target(_) => Word::ReviewSortTarget,
        Rest::Step(_) => Word::ReviewSortStep,
        Rest::Rule(_) => Word::OutlineRules,
        Rest::Reading(_) => Word::OutlineReadings,
    }
}

/// One thing that rests on a clause, by its name; with a link where it stands on the page.
fn item(it: Page<'_>, report: &Report, rest: Rest) -> Markup {
    let (rulebook, terms, lang) = (it.policy.rulebook(), it.policy.terms(), it.lang);
    let named = |label: Option<&str>| html! { (label.unwrap_or_default()) };
    match rest {
        Rest::Tier { row, tier, unready } => {
            let rules = terms.rows.of(row);
            let map = report.map.iter().find(|map| map.row == row);
            let halves = map.iter().flat_map(|map| &map.halves);
            let mut fits = halves.filter(|half| half.conditions_met != Some(unready));
            let shown = fits.next().and_then(|half| {
                let band = half.bands.iter().find(|band| band.tier == Some(tier))?;
                Some((tier_anchor(&rules.code, &rules.tiers.of(tier).code, half), band))
            });
            let title = it.row_title(row, true);
            html! {
                @match shown {
                    Some((id, band)) => {
                        a href={ "#" (id) } { (title) " · " (it.people(band.from, band.to)) }
                        @if let Some(given) = &band.given { " " (it.chip(given.duty)) }
                    }
                    // Another tier holds in its stead.
                    None => { (title) " " code { (rules.tiers.of(tier).code) } },
                }
            }
        }
        Rest::Limit(limit) => {
            let is_in = terms.limits.of(limit).inclusive;
            html! { (it.get(if is_in { Word::ReviewLimitIn } else { Word::ReviewLimitOut })) }
        }
        Rest::Counted => html! { (groups(it, terms.counted.groups)) },
        Rest::Date(date) => {
            html! { (terms.due_day(date)) " " code { (terms.dates.of(date).code) } }
        }
        Rest::RestDays => html! {
            (it.get(match terms.rest.rule {
                RestRule::Literal => Word::ReviewRestLiteral,
                RestRule::NextWorkingDay => Word::ReviewRestMoves,
            }))
        },
        Rest::Area(area) => {
            let (area, count) = (&terms.areas.of(area), terms.areas.of(area).places.len());
            let slots = [("area", area.label.get(lang)), ("count", &count.to_string())];
            html! { (it.say(Word::ReviewAreaPlaces, &slots)) }
        }
        Rest::Presumption(place, form) => html! {
            (rulebook.places.of(place).name) " → " (it.forms(IdSet::EMPTY.with(form)))
        },
        Rest::Answer(provision) => {
            let answer = rulebook.answers.iter().find(|answer| answer.provision == provision);
            let bodies = answer.iter().flat_map(|answer| answer.units.iter().chain(&answer.posts));
            let names: Vec<&str> = bodies.map(|body| body.general.get(lang)).collect();
            html! { (label::listed(rulebook, &names, lang)) }
        }
        Rest::Report(at) => named(rulebook.reports.get(at).map(|report| report.label.get(lang))),
        Rest::Target(at) => named(rulebook.targets.get(at).map(|target| target.label.get(lang))),
        Rest::Step(step) => {
            let procedure = rulebook.checks.procedure.as_ref();
            named(procedure.map(|terms| terms.steps.of(step).label.get(lang)))
        }
        Rest::Rule(rule) => html! {
            (named(rulebook.rule_label(rule).map(|label| label.get(lang)))) " " code { (rule.code()) }
        },
        Rest::Reading(reading) => {
            let known = rulebook.readings.of(reading);
            html! { a href={ "#" (anchor("reading", &known.code)) } { (known.phrase.get(lang)) } }
        }
    }
}
