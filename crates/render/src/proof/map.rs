//! The tables as a map: bands of numbers of people, and a grid of numbers that aren't fully known.

use maud::{Markup, html};
use qiaolian_core::model::{AreaId, PlaceId, RowId};
use qiaolian_core::policy::Word;
use qiaolian_core::prove::{Band, Fault, Half, Report, RowMap};

use super::Page;
use super::page::faults;
use crate::label;
use crate::outline::anchor;

pub(super) fn map(it: Page<'_>, report: &Report) -> Markup {
    let is_whole = !report.faults.iter().any(breaks);
    html! {
        p { (it.get(Word::ReviewMapLead)) }
        @if is_whole { p.good { "✓ " (it.get(Word::ReviewWhole)) } }
        (faults(it, report, breaks))
        @for row in &report.map { (of_row(it, row)) }
    }
}

/// Whether it is a gap or an overlap.
fn breaks(fault: &Fault) -> bool {
    match fault {
        Fault::Undecided { .. } | Fault::Contested { .. } => true,
        Fault::UnreachableTier { .. }
        | Fault::UnreachableRow(_)
        | Fault::UnusedArea(_)
        | Fault::UnusedDate(_)
        | Fault::UnusedForm(_)
        | Fault::IdleReading { .. }
        | Fault::Weakens(_)
        | Fault::ExplanationDiffers(_) => false,
    }
}

fn of_row(it: Page<'_>, map: &RowMap) -> Markup {
    let code = &it.policy.terms().rows.of(map.row).code;
    html! {
        article.row id=(anchor("row", code)) {
            h3 { (it.row_title(map.row, false)) " " code { (code) } }
            @if let Some(area) = it.policy.terms().rows.of(map.row).area { (places(it, area)) }
            @for half in &map.halves {
                @if let Some(met) = half.conditions_met {
                    h4 { (it.get(if met { Word::ReviewReady } else { Word::ReviewUnready })) }
                }
                ol.band { @for band in &half.bands { (of_band(it, map.row, half, band)) } }
                @if !half.open.is_empty() { (grid(it, code, half)) }
            }
        }
    }
}

/// The places of an area, each with its county.
fn places(it: Page<'_>, area: AreaId) -> Markup {
    let (rulebook, area) = (it.policy.rulebook(), it.policy.terms().areas.of(area));
    let name = |place: &PlaceId| {
        let known = rulebook.places.of(*place);
        let county = Some(known.county).filter(|county| county != place);
        let county = county.map_or("", |county| &*rulebook.places.of(county).name);
        [county, &known.name].concat()
    };
    let names: Vec<String> = area.places.iter().map(name).collect();
    html! {
        p.places {
            (label::listed(rulebook, &names, it.lang)) " " (it.clause_links(&area.clauses))
        }
    }
}

fn of_band(it: Page<'_>, row: RowId, half: &Half, band: &Band) -> Markup {
    let rules = it.policy.terms().rows.of(row);
    let id = band.tier.map(|tier| tier_anchor(&rules.code, &rules.tiers.of(tier).code, half));
    let duty = band.given.as_ref().map_or("gap", |given| given.duty.code());
    html! {
        li id=[id] class=(duty) {
            strong { (it.people(band.from, band.to)) }
            (it.asked(band.given.as_ref()))
            @if let Some(other) = band.contested_by {
                p.fault { (it.say(Word::ReviewOverlap, &[("tier", &rules.tiers.of(other).code)])) }
            }
        }
    }
}

/// The name by which the page links to a tier.
pub(super) fn tier_anchor(row: &str, tier: &str, half: &Half) -> String {
    anchor_of("tier", &[row, tier].join("."), half)
}

fn anchor_of(of: &str, name: &str, half: &Half) -> String {
    let unready = if half.conditions_met == Some(false) { "-unready" } else { "" };
    anchor(of, &[name, unready].concat())
}

/// Numbers that are only known to lie between two: a line for the fewest, a column for the most.
fn grid(it: Page<'_>, row: &str, half: &Half) -> Markup {
    let people = |band: &Band| it.people(band.from, band.to);
    html! {
        div.wide {
            table.grid {
                thead {
                    tr {
                        th scope="col" { (it.get(Word::ReviewLeast)) " ＼ " (it.get(Word::ReviewMost)) }
                        @for band in &half.bands {
                            th scope="col" {
                                @if band.to.is_none() {
                                    (it.say(Word::ReviewNoUpper, &[("people", &people(band))]))
                                } @else { (people(band)) }
                            }
                        }
                    }
                }
                tbody {
                    @for (low, fewest) in half.bands.iter().enumerate() {
                        tr {
                            th scope="row" { (people(fewest)) }
                            @for (high, most) in half.bands.iter().enumerate() {
                                @let name = [row, &fewest.from.to_string(), &most.from.to_string()].join("-");
                                (square(it, half, (low, high), &anchor_of("open", &name, half)))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn square(it: Page<'_>, half: &Half, (low, high): (usize, usize), id: &str) -> Markup {
    let open = half.open.iter().find(|open| (open.low, open.high) == (low, high));
    let known = half.bands.get(low).filter(|_| low == high).and_then(|band| band.given.as_ref());
    html! {
        @match (open.map(|open| open.possible.as_ref()), known) {
            (Some(Some(possible)), _) => td id=(id) {
                @for (at, duty) in possible.duties.iter().enumerate() {
                    @if at > 0 { (it.get(Word::Or)) }
                    (it.chip(duty))
                }
                @if !possible.forms.is_empty() { p { (it.forms(possible.forms)) } }
                @if let Some(due) = possible.due { p { span.day { (due) } } }
            },
            (Some(None), _) => td.gap id=(id) { strong.fault { (it.get(Word::ReviewGap)) } },
            (None, Some(given)) => td { (it.chip(given.duty)) },
            (None, None) => td.never { "–" },
        }
    }
}
