//! What only the whole shows: rows complete and in order, every reading of use.

use qiaolian_core::policy::{Nature, Policy, Rulebook, Terms, Variant, clauses};

use super::Written;
use super::readings::place_of;
use super::sheet::{Faults, quoted};

pub(super) fn check(written: &Written<'_>, rulebook: &Rulebook, faults: &Faults) {
    tiers(written);
    rows(written, rulebook);
    let policy = Policy::new(rulebook.clone());
    readings(written, &policy);
    used(written, &policy);
    forms(written, rulebook);
    // A row that isn't there carries nothing: that is told by itself.
    if faults.is_empty() {
        carried(written, rulebook);
    }
}

/// Every clause that isn't guidance is carried by some rule: nothing of the document is left behind.
fn carried(written: &Written<'_>, rulebook: &Rulebook) {
    let (sheet, file) = &written.provisions;
    let numbers = file.provision.iter().flat_map(|provision| &provision.clause);
    for ((clause, known), written) in clauses(&rulebook.provisions).zip(numbers) {
        if known.nature == Nature::Computable && rulebook.rules_carrying(clause).next().is_none() {
            sheet.fault_at(
                written.number.span,
                format!(
                    "the clause {}, which no rule carries",
                    quoted(&clause.code(&rulebook.provisions))
                ),
                "a clause that is cited where its number, date, place or body stands",
                "cite it there or in rules.toml, or mark it as guidance and say why",
            );
        }
    }
}

/// The first tier starts at 0, and each later one at a higher number.
fn tiers(written: &Written<'_>) {
    let (sheet, file) = &written.tiers;
    for row in &file.row {
        let Some(first) = row.tier.value.first() else {
            sheet.fault_at(
                row.code.span,
                format!("no tier in row {}", quoted(&row.code.value)),
                "at least one",
                "add `[[row.tier]]`",
            );
            continue;
        };
        if first.from.value != 0 {
            sheet.fault_at(
                first.from.span,
                format!("a first tier from {}", first.from.value),
                "one from 0",
                "nobody decides fewer people: add a tier from 0, with duty `none` where nothing is asked",
            );
        }
        for (earlier, later) in row.tier.value.iter().zip(row.tier.value.iter().skip(1)) {
            if later.from.value < earlier.from.value {
                sheet.fault_at(
                    later.from.span,
                    format!(
                        "a tier from {} after one from {}",
                        later.from.value, earlier.from.value
                    ),
                    "tiers in ascending order",
                    "put the tiers in order",
                );
            } else if later.from.value == earlier.from.value {
                sheet.fault_at(
                    later.from.span,
                    format!("a second tier from {}", later.from.value),
                    "each number of people in one tier",
                    format!(
                        "{} and {} both claim it: change one start",
                        quoted(&earlier.code.value),
                        quoted(&later.code.value)
                    ),
                );
            }
        }
        if let Some(second) = row.tier.value.iter().filter(|tier| tier.upper).nth(1) {
            sheet.fault_at(
                second.code.span,
                "a second upper tier",
                "at most one a row",
                "its start is the threshold: mark one",
            );
        }
    }
}

/// Every kind has a row that holds outside all areas, and no row stands behind one that takes all its subjects.
fn rows(written: &Written<'_>, rulebook: &Rulebook) {
    let (sheet, file) = &written.subjects;
    for (id, kind) in rulebook.kinds.iter() {
        if rulebook.terms.row_for(id, |_| false).is_none() {
            let span = file
                .kind
                .iter()
                .find(|known| known.code.value == kind.code)
                .map(|known| known.code.span);
            sheet.fault_at(
                span.unwrap_or_default(),
                format!("the kind {} without a row", quoted(&kind.code)),
                "a row of tiers.toml that is for it outside all areas",
                "add the kind to a row, or take it out",
            );
        }
    }
    let (sheet, file) = &written.tiers;
    for ((id, row), known) in rulebook.terms.rows.iter().zip(&file.row) {
        let taken = rulebook.terms.rows.iter().find(|(other, earlier)| {
            *other < id
                && (earlier.area.is_none() || earlier.area == row.area)
                && row.kinds.difference(earlier.kinds).is_empty()
        });
        if let Some((_, earlier)) = taken {
            sheet.fault_at(
                known.code.span,
                format!("the row {}", quoted(&row.code)),
                format!("a row that {} leaves something", quoted(&earlier.code)),
                "the first row that fits holds: put the narrower one first",
            );
        }
    }
}

/// Every choice changes something: a cell of the tables, or a date.
fn readings(written: &Written<'_>, policy: &Policy) {
    let (sheet, file) = &written.readings;
    let moves_a_date = |variant: &Variant| {
        let (terms, other) = (policy.terms(), &variant.terms);
        terms.dates.ids().any(|date| terms.due_day(date) != other.due_day(date))
    };
    for variant in policy.variants() {
        if variant.tables(policy) != policy.tables() || moves_a_date(variant) {
            continue;
        }
        if let Some(name) = place_of(file, variant.reading, variant.choice) {
            sheet.fault_at(
                name.span,
                format!("the choice {}", quoted(&name.value)),
                "a choice that changes an answer or a date",
                "it changes nothing: mend its changes, or take it out",
            );
        }
    }
}

/// Every bound and every date is that of something, under some reading.
fn used(written: &Written<'_>, policy: &Policy) {
    let variants = policy.variants().iter().map(|variant| &variant.terms);
    let terms: Vec<&Terms> = std::iter::once(policy.terms()).chain(variants).collect();
    let tiers =
        || terms.iter().flat_map(|terms| terms.rows.iter()).flat_map(|(_, row)| row.tiers.iter());
    let asks = || {
        tiers().flat_map(|(_, tier)| std::iter::once(&tier.ask).chain(&tier.unless_conditions_met))
    };
    let (sheet, file) = &written.tiers;
    for (known, (id, _)) in file.limit.iter().zip(policy.terms().limits.iter()) {
        if !tiers().any(|(_, tier)| tier.limit == Some(id)) {
            sheet.fault_at(
                known.code.span,
                format!("the limit {}, which nothing has", quoted(&known.code.value)),
                "a limit that some tier has",
                "give it to a tier, or take it out",
            );
        }
    }
    let (sheet, file) = &written.dates;
    let rulebook = policy.rulebook();
    let is_due = |id| {
        rulebook.reports.iter().any(|report| report.due == id)
            || rulebook.targets.iter().any(|target| target.due == id)
    };
    for (known, (id, _)) in file.date.iter().zip(policy.terms().dates.iter()) {
        if !asks().any(|ask| ask.due == Some(id)) && !is_due(id) {
            sheet.fault_at(
                known.code.span,
                format!("the date {}, by which nothing is due", quoted(&known.code.value)),
                "a date by which something is due",
                "give it to a tier or a report, or take it out",
            );
        }
    }
}

/// "No organisation" is no form that a duty can name.
fn forms(written: &Written<'_>, rulebook: &Rulebook) {
    let (sheet, file) = &written.tiers;
    for row in &file.row {
        for tier in &row.tier.value {
            let no_form = &rulebook.forms.of(rulebook.no_form).code;
            if let Some(name) = tier.forms.iter().find(|form| form.value == *no_form) {
                sheet.fault_at(
                    name.span,
                    quoted(&name.value),
                    "a form of organisation",
                    "it stands for no organisation: take it out",
                );
            }
        }
    }
}
