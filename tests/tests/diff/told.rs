//! Differences as short lines, to compare with what a test expects.

use qiaolian::{Asked, ClassChange, ConstantChange, Policy};

/// A box as a line: who | what it asks before | what it asks after.
pub fn line(class: &ClassChange) -> String {
    let mut who = vec![class.kinds.join("+")];
    for pair in class.areas.iter().flatten() {
        let side = |area: &Option<String>| area.clone().unwrap_or_else(|| "-".to_owned());
        let moved: Vec<&str> = pair.moved.iter().map(|place| &*place.name).collect();
        let (before, after) = (side(&pair.before), side(&pair.after));
        who.push(if before == after { before } else { format!("{before}>{after}") });
        who.extend(moved.into_iter().map(str::to_owned));
        if class.areas.iter().flatten().any(|pair| pair.before != pair.after) && pair.by_record {
            who.push("by record".to_owned());
        }
    }
    let most = class.people.most.map_or_else(String::new, |most| most.to_string());
    who.push(format!("{}..{most}", class.people.least));
    who.extend(class.conditions_met.map(|met| format!("conditions_met {met}")));
    for one in class.organisations.iter().flatten() {
        let presumed = |form: &Option<String>| form.clone().unwrap_or_else(|| "unknown".to_owned());
        who.push(one.recorded.clone().unwrap_or_else(|| {
            let places: Vec<&str> = one.places.iter().map(|place| &*place.name).collect();
            let (before, after) = (presumed(&one.presumed_before), presumed(&one.presumed_after));
            format!("presumed {before}>{after} of {}", places.join("+"))
        }));
    }
    format!("{} | {} | {}", who.join(" "), asked(&class.before), asked(&class.after))
}

fn asked(asked: &Option<Asked>) -> String {
    let Some(asked) = asked else { return "undecided".to_owned() };
    let due = asked.due.map_or_else(|| "-".to_owned(), |due| due.to_string());
    let fulfilment =
        asked.fulfilment.map_or_else(String::new, |found| format!(" {}", found.code()));
    format!("{} {} {due}{fulfilment}", asked.duty.code(), asked.forms.join("+"))
}

/// A constant as a line.
pub fn constant(constant: &ConstantChange) -> String {
    let value = |value| serde_json::to_string(value).unwrap_or_default().replace('"', "");
    let place = constant.place.iter().map(|place| format!(" {place}")).collect::<String>();
    let ConstantChange { what, name, before, after, .. } = constant;
    format!("{} {name}{place}: {} > {}", what.code(), value(before), value(after))
}

/// The lines of all boxes.
pub fn classes(before: &Policy, after: &Policy) -> Vec<String> {
    before.diff(after).classes.iter().map(line).collect()
}

/// The lines of all constants.
pub fn constants(before: &Policy, after: &Policy) -> Vec<String> {
    before.diff(after).constants.iter().map(constant).collect()
}

/// All kinds of units of Yuxi's plan.
pub const UNITS: &str = "government_organ+school+research_institute+enterprise+public_institution+industrial_park+market+office_building+nonpublic_economic_org+social_org+other_unit";
