//! A side as it is written: `yuxi-2020`, `folder`, `yuxi-2020:at_least=exclusive,zero_count=may`.

use std::path::Path;

use qiaolian::Policy;

use crate::args::DiffArgs;
use crate::error::CliError;
use crate::question;

/// A choice of a reading.
type Choice<'a> = (&'a str, &'a str);

/// Both policies, each under its own readings; those for both sides go to whichever has them.
pub(super) fn both(args: &DiffArgs) -> Result<(Policy, Policy), CliError> {
    let (name, of_before) = parts(&args.before);
    let before = question::named(name)?;
    let (name, of_after) = parts(&args.after);
    let after = if name.is_empty() { before.clone() } else { question::named(name)? };
    let for_both: Vec<Choice<'_>> =
        args.set.iter().map(|(reading, choice)| (&**reading, &**choice)).collect();
    let is_nobodys = |(reading, _): &&Choice<'_>| !has(&before, reading) && !has(&after, reading);
    let nobodys = for_both.iter().find(is_nobodys);
    let take = |policy: &Policy, own: Vec<Choice<'_>>| {
        let shared = for_both.iter().filter(|(reading, _)| has(policy, reading));
        policy.with_readings(nobodys.into_iter().chain(shared).copied().chain(own))
    };
    Ok((take(&before, of_before)?, take(&after, of_after)?))
}

/// The name or folder of a side; empty where it is the other one's.
pub(super) fn name(side: &str) -> &str {
    parts(side).0
}

fn has(policy: &Policy, reading: &str) -> bool {
    policy.core().rulebook().readings.iter().any(|(_, known)| known.code == reading)
}

/// The name or folder, and the choices behind the last colon. What has no equals sign there is part
/// of a folder's name, as is all of one that is there.
fn parts(side: &str) -> (&str, Vec<Choice<'_>>) {
    let whole = (side, Vec::new());
    if Path::new(side).is_dir() {
        return whole;
    }
    let Some((name, choices)) = side.rsplit_once(':') else { return whole };
    let pairs = choices.split(',').map(|pair| pair.split_once('='));
    let pairs = pairs.map(|pair| pair.map(|(reading, choice)| (reading.trim(), choice.trim())));
    pairs.collect::<Option<Vec<_>>>().map_or(whole, |choices| (name, choices))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn readings_stand_behind_a_colon() {
        let both = [("at_least", "exclusive"), ("zero_count", "may")];
        for (side, name, choices) in [
            ("yuxi-2020", "yuxi-2020", &[][..]),
            ("yuxi-2020:at_least=exclusive", "yuxi-2020", &both[..1]),
            ("yuxi-2020:at_least=exclusive, zero_count = may", "yuxi-2020", &both),
            (":zero_count=may", "", &both[1..]),
            (r"C:\packs\city", r"C:\packs\city", &[]),
            (r"C:\packs\city:at_least=exclusive", r"C:\packs\city", &both[..1]),
            ("yuxi-2020:at_least", "yuxi-2020:at_least", &[]),
        ] {
            assert_eq!(parts(side), (name, choices.to_vec()), "{side}");
        }
    }
}
