//! Sums over subjects, and the exact bounds of the ratio that they leave possible.

use serde::{Deserialize, Serialize};

use super::share::{Possible, Share};

/// From how many to how many, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Range {
    /// The fewest.
    pub least: u64,
    /// The most.
    pub most: u64,
}

/// So many of so many.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fraction {
    /// Those that have what they are asked for.
    pub full: u64,
    /// Those that are asked.
    pub owed: u64,
}

/// The least and the most that a ratio can be, each as a case that is possible.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bounds {
    /// The case in which the ratio is the least.
    pub least: Fraction,
    /// The case in which the ratio is the most.
    pub most: Fraction,
}

/// The sums over some subjects. They can be added up in any order and in parts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Tally {
    /// How many subjects there are, owing or not.
    pub subjects: u64,
    /// How many of them are asked for an organisation.
    pub owed: Range,
    /// How many of these have it in full.
    pub full: Range,
    /// How many of these have one that isn't enough.
    pub lesser: Range,
    /// How many of these lack it by an agreed exception.
    pub excepted: Range,
    /// How many of these have it in full by presumption only.
    pub presumed: Range,
    least: Fraction,
    most: Fraction,
}

impl Range {
    fn of(possible: Possible) -> Self {
        match possible {
            Possible::Never => Self { least: 0, most: 0 },
            Possible::Maybe => Self { least: 0, most: 1 },
            Possible::Always => Self { least: 1, most: 1 },
        }
    }

    fn plus(self, other: Self) -> Self {
        Self { least: self.least + other.least, most: self.most + other.most }
    }
}

impl Fraction {
    const NOT_ASKED: Self = Self { full: 0, owed: 0 };
    const SHORT: Self = Self { full: 0, owed: 1 };
    const FULL: Self = Self { full: 1, owed: 1 };

    fn plus(self, other: Self) -> Self {
        Self { full: self.full + other.full, owed: self.owed + other.owed }
    }

    /// Whether it is all of them.
    #[must_use]
    pub const fn is_all(self) -> bool {
        self.full == self.owed
    }

    /// Whether it is so many of a hundred, or more.
    #[must_use]
    pub fn reaches(self, percent: u8) -> bool {
        u128::from(self.full) * 100 >= u128::from(self.owed) * u128::from(percent)
    }

    /// So many of a thousand, what is left over cut off: a thousand are all. None of none are none.
    #[must_use]
    pub fn per_mille(self) -> u16 {
        let whole = (u128::from(self.full) * 1000).checked_div(u128::from(self.owed));
        whole.and_then(|whole| u16::try_from(whole).ok()).unwrap_or(0)
    }
}

impl Tally {
    /// The sums of one subject.
    #[must_use]
    pub fn of(share: Share) -> Self {
        let Share { may_be_outside, may_be_short, may_be_full, lesser, excepted, presumed } = share;
        // A ratio of some of a whole falls where one is added that is short, rises where one is
        // added that is full, and lies between where neither is: so each subject by itself takes
        // the case that is worst, or best, for the whole.
        let (least, most) = match (may_be_short, may_be_outside, may_be_full) {
            (true, false, false) => (Fraction::SHORT, Fraction::SHORT),
            (true, true, false) => (Fraction::SHORT, Fraction::NOT_ASKED),
            (true, _, true) => (Fraction::SHORT, Fraction::FULL),
            (false, true, true) => (Fraction::NOT_ASKED, Fraction::FULL),
            (false, false, true) => (Fraction::FULL, Fraction::FULL),
            (false, _, false) => (Fraction::NOT_ASKED, Fraction::NOT_ASKED),
        };
        let one =
            |in_all: bool, in_some: bool| Range { least: in_all.into(), most: in_some.into() };
        Self {
            subjects: 1,
            owed: one(!may_be_outside, may_be_short || may_be_full),
            full: one(may_be_full && !may_be_short && !may_be_outside, may_be_full),
            lesser: Range::of(lesser),
            excepted: Range::of(excepted),
            presumed: Range::of(presumed),
            least,
            most,
        }
    }

    /// The sums of both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            subjects: self.subjects + other.subjects,
            owed: self.owed.plus(other.owed),
            full: self.full.plus(other.full),
            lesser: self.lesser.plus(other.lesser),
            excepted: self.excepted.plus(other.excepted),
            presumed: self.presumed.plus(other.presumed),
            least: self.least.plus(other.least),
            most: self.most.plus(other.most),
        }
    }

    /// The exact bounds of the ratio over the cases in which something is owed; none where nothing
    /// is owed in any.
    #[must_use]
    pub fn ratio(&self) -> Option<Bounds> {
        // Where the worst case for each leaves nobody who owes, whoever may owe at all has it; where
        // the best does, whoever may owe lacks it.
        let or = |found: Fraction, one: Fraction| if found.owed == 0 { one } else { found };
        (self.owed.most > 0).then(|| Bounds {
            least: or(self.least, Fraction::FULL),
            most: or(self.most, Fraction::SHORT),
        })
    }
}

impl FromIterator<Self> for Tally {
    fn from_iter<T: IntoIterator<Item = Self>>(tallies: T) -> Self {
        tallies.into_iter().fold(Self::default(), Self::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each set of cases that a subject may have: not asked, asked and short, asked and full.
    fn shares() -> Vec<Share> {
        let share = |bits: u8| Share {
            may_be_outside: bits & 1 != 0,
            may_be_short: bits & 2 != 0,
            may_be_full: bits & 4 != 0,
            lesser: Possible::Never,
            excepted: Possible::Never,
            presumed: Possible::Never,
        };
        (1..8).map(share).collect()
    }

    fn cases(share: Share) -> Vec<Fraction> {
        let cases = [
            (share.may_be_outside, Fraction::NOT_ASKED),
            (share.may_be_short, Fraction::SHORT),
            (share.may_be_full, Fraction::FULL),
        ];
        cases.into_iter().filter(|(possible, _)| *possible).map(|(_, case)| case).collect()
    }

    /// All that some subjects can come to, case by case.
    fn worlds(shares: &[Share]) -> Vec<Fraction> {
        shares.iter().fold(vec![Fraction::NOT_ASKED], |worlds, share| {
            let cases = cases(*share);
            worlds.iter().flat_map(|world| cases.iter().map(|case| world.plus(*case))).collect()
        })
    }

    fn is_less(one: Fraction, other: Fraction) -> bool {
        one.full * other.owed < other.full * one.owed
    }

    /// Every register of up to five subjects: the bounds are those of all cases tried one by one,
    /// and each is the ratio of one of them.
    #[test]
    fn the_bounds_are_those_of_every_case_tried() {
        let mut registers = vec![Vec::new()];
        let mut tried = 0;
        for _ in 0..5 {
            registers = registers
                .into_iter()
                .flat_map(|register| {
                    shares().into_iter().map(move |share| [&register[..], &[share]].concat())
                })
                .collect();
            for register in &registers {
                tried += 1;
                let tally: Tally = register.iter().copied().map(Tally::of).collect();
                let worlds = worlds(register);
                let owed = worlds.iter().map(|world| world.owed);
                assert_eq!(tally.owed.least, owed.clone().min().unwrap());
                assert_eq!(tally.owed.most, owed.max().unwrap());
                let full = worlds.iter().map(|world| world.full);
                assert_eq!(tally.full.least, full.clone().min().unwrap());
                assert_eq!(tally.full.most, full.max().unwrap());
                let asked: Vec<Fraction> =
                    worlds.into_iter().filter(|world| world.owed > 0).collect();
                let Some(Bounds { least, most }) = tally.ratio() else {
                    assert!(asked.is_empty());
                    continue;
                };
                assert!(asked.iter().all(|case| !is_less(*case, least) && !is_less(most, *case)));
                for end in [least, most] {
                    assert!(asked.iter().any(|case| !is_less(*case, end) && !is_less(end, *case)));
                }
            }
        }
        assert_eq!(tried, 7 + 7 * 7 + 7 * 7 * 7 + 7_usize.pow(4) + 7_usize.pow(5));
    }

    #[test]
    fn a_thousandth_is_cut_off_so_that_all_but_one_are_not_all() {
        assert_eq!(Fraction { full: 9999, owed: 10_000 }.per_mille(), 999);
        assert_eq!(Fraction { full: 7, owed: 7 }.per_mille(), 1000);
        assert_eq!(Fraction::NOT_ASKED.per_mille(), 0);
        assert!(Fraction { full: 1, owed: 2 }.reaches(50));
        assert!(!Fraction { full: 1, owed: 2 }.reaches(51));
    }
}
