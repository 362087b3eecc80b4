//! Names that are near each other without being the same.

/// Whether two names are the same, or one of them has one character more.
pub(crate) fn is_near(one: &str, other: &str) -> bool {
    one == other || has_one_more(one, other) || has_one_more(other, one)
}

/// Whether a name is the other one with one character put in somewhere.
fn has_one_more(longer: &str, shorter: &str) -> bool {
    let mut rest_of_longer = longer.chars();
    let mut rest_of_shorter = shorter.chars();
    loop {
        let before = rest_of_shorter.clone();
        match (rest_of_longer.next(), rest_of_shorter.next()) {
            (Some(a), Some(b)) if a == b => {}
            (Some(_), _) => return rest_of_longer.eq(before),
            (None, _) => return false,
        }
    }
}

/// How many characters have to be put in, left out or changed to turn a name into the other.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (at, a) in one.chars().enumerate() {
        let mut left = at + 1;
        let mut diagonal = std::mem::replace(row.first_mut().unwrap_or(&mut 0), left);
        for (b, above) in other.chars().zip(row.iter_mut().skip(1)) {
            let best = (diagonal + usize::from(a != b)).min(left + 1).min(*above + 1);
            diagonal = std::mem::replace(above, best);
            left = best;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{distance, is_near};

    #[test]
    fn near_is_the_same_or_one_character_more_or_less() {
        for near in [("大营", "大营"), ("大营街", "大营"), ("大营", "小大营"), ("甲乙", "甲丙乙")]
        {
            assert!(is_near(near.0, near.1), "{near:?}");
            assert!(is_near(near.1, near.0), "{near:?}");
        }
        for far in [("大回", "下回"), ("大营", "大营街西"), ("甲乙", "乙甲"), ("甲乙", "乙丙甲")]
        {
            assert!(!is_near(far.0, far.1), "{far:?}");
            assert!(!is_near(far.1, far.0), "{far:?}");
        }
    }

    #[test]
    fn a_distance_counts_single_changes() {
        for (one, other, apart) in [
            ("", "", 0),
            ("大营", "", 2),
            ("大营", "大营", 0),
            ("大营", "大营街", 1),
            ("大回", "下回", 1),
            ("甲乙丙", "乙丙丁", 2),
        ] {
            assert_eq!(distance(one, other), apart, "{one} {other}");
            assert_eq!(distance(other, one), apart, "{other} {one}");
        }
    }
}
