//! Coverage for the eye: numbers, ratios and bars as ranges.

use qiaolian_core::coverage::{Bounds, Fraction, Range, TargetStanding};
use qiaolian_core::policy::Word;

/// What stands where nothing is owed.
const NOTHING: &str = "–";

/// What is certain, what may be, and what isn't: each as wide as one character of Latin script.
const CERTAIN: char = '█';
const POSSIBLE: char = '▒';
const LACKING: char = '·';

/// A number of subjects, `3` or `3–5`.
#[must_use]
pub fn range(range: Range) -> String {
    let Range { least, most } = range;
    if least == most { least.to_string() } else { format!("{least}–{most}") }
}

/// A ratio in percent, `66.6%` or `50.0–75.0%`. What is beyond a tenth of a percent is cut off, so
/// that 100.0% are all.
#[must_use]
pub fn percent(ratio: Option<Bounds>) -> String {
    let Some(Bounds { least, most }) = ratio else { return NOTHING.to_owned() };
    let (low, high) = (tenths(least), tenths(most));
    if least.full * most.owed == most.full * least.owed {
        format!("{low}%")
    } else {
        format!("{low}–{high}%")
    }
}

/// A ratio in percent by itself, without the sign, `66.6`.
#[must_use]
pub fn tenths(fraction: Fraction) -> String {
    let per_mille = fraction.per_mille();
    format!("{}.{}", per_mille / 10, per_mille % 10)
}

/// A ratio as a bar of so many columns: solid for what is certain, shaded for what may be. It is
/// solid to its end only where all are there, and shaded to its end only where all may be; blank
/// where nothing is owed.
#[must_use]
pub fn bar(ratio: Option<Bounds>, columns: usize) -> String {
    let Some(Bounds { least, most }) = ratio else { return " ".repeat(columns) };
    let columns_of = |fraction: Fraction| {
        let full = fraction.full.saturating_mul(u64::try_from(columns).unwrap_or(u64::MAX));
        usize::try_from(full / fraction.owed.max(1)).unwrap_or(columns).min(columns)
    };
    let certain = columns_of(least);
    // What may be shows, however little it is.
    let may_be_more = least.full * most.owed < most.full * least.owed;
    let possible = columns_of(most).max(certain + usize::from(may_be_more && certain < columns));
    let possible = if most.is_all() { columns } else { possible.min(columns.saturating_sub(1)) };
    let of = |mark: char, count: usize| std::iter::repeat_n(mark, count);
    of(CERTAIN, certain)
        .chain(of(POSSIBLE, possible.saturating_sub(certain)))
        .chain(of(LACKING, columns - possible.max(certain)))
        .collect()
}

/// The word for where coverage stands against a target.
#[must_use]
pub const fn standing(standing: TargetStanding) -> Word {
    match standing {
        TargetStanding::Reached => Word::TargetReached,
        TargetStanding::NotReached => Word::TargetNotReached,
        TargetStanding::Open => Word::TargetOpen,
        TargetStanding::PeopleJudge => Word::TargetPeopleJudge,
        TargetStanding::NothingOwed => Word::TargetNothingOwed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(least: (u64, u64), most: (u64, u64)) -> Option<Bounds> {
        let fraction = |(full, owed)| Fraction { full, owed };
        Some(Bounds { least: fraction(least), most: fraction(most) })
    }

    #[test]
    fn a_bar_is_solid_for_what_is_certain_and_shaded_for_what_may_be() {
        for (bounds, wanted) in [
            (ratio((1, 2), (1, 2)), "█████·····"),
            (ratio((1, 2), (4, 5)), "█████▒▒▒··"),
            (ratio((0, 3), (3, 3)), "▒▒▒▒▒▒▒▒▒▒"),
            (ratio((3, 3), (3, 3)), "██████████"),
            (ratio((0, 3), (0, 3)), "··········"),
            (ratio((999, 1000), (999, 1000)), "█████████·"),
            (ratio((0, 1000), (1, 1000)), "▒·········"),
            (ratio((999, 1000), (1000, 1000)), "█████████▒"),
            (None, "          "),
        ] {
            assert_eq!(bar(bounds, 10), wanted, "{bounds:?}");
        }
    }

    #[test]
    fn all_but_one_are_never_a_hundred_percent() {
        assert_eq!(percent(ratio((9999, 10_000), (9999, 10_000))), "99.9%");
        assert_eq!(percent(ratio((2, 3), (2, 3))), "66.6%");
        assert_eq!(percent(ratio((1, 2), (6, 8))), "50.0–75.0%");
        assert_eq!(percent(ratio((4, 4), (2, 2))), "100.0%");
        assert_eq!(percent(None), "–");
    }

    #[test]
    fn a_number_that_is_known_stands_alone() {
        assert_eq!(range(Range { least: 3, most: 3 }), "3");
        assert_eq!(range(Range { least: 3, most: 5 }), "3–5");
    }
}
