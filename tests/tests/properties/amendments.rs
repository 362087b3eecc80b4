//! Policies as cities may amend them.

use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use qiaolian::Policy;
use qiaolian_tests::{Edit, amended};

use crate::packs::other_choices;

/// Changes that a city may make to its plan, one by one or together: numbers, duties, forms, dates,
/// conditions, areas, presumptions, and what is counted.
pub const AMENDMENTS: [Edit<'static>; 23] = [
    (
        "tiers.toml",
        "clauses = [\"2.0#3\", \"2.2#4\", \"2.2#8\"]\n",
        0,
        "clauses = [\"2.0#3\"]\n\n[row.tier.unless_conditions_met]\nduty = \"should\"\nforms = [\"group\"]\ndue = \"end_2022\"\nclauses = [\"2.2#4\"]\n",
    ),
    (
        "tiers.toml",
        "clauses = [\"2.2#1\", \"2.2#7\"]\n",
        0,
        "clauses = [\"2.2#1\"]\n\n[row.tier.unless_conditions_met]\nduty = \"should\"\nforms = [\"group\"]\ndue = \"end_2022\"\nclauses = [\"2.2#4\"]\n",
    ),
    ("tiers.toml", "from = 30\nlimit", 0, "from = 40\nlimit"),
    ("tiers.toml", "from = 30\nlimit", 1, "from = 25\nlimit"),
    ("tiers.toml", "from = 100\nlimit", 0, "from = 60\nlimit"),
    ("tiers.toml", "from = 1\n", 0, "from = 5\n"),
    ("tiers.toml", "duty = \"may\"", 0, "duty = \"should\""),
    ("tiers.toml", "duty = \"may\"", 3, "duty = \"in_principle_should\""),
    ("tiers.toml", "duty = \"in_principle_must\"", 0, "duty = \"must\""),
    ("tiers.toml", "duty = \"should\"", 0, "duty = \"may\""),
    (
        "tiers.toml",
        "forms = [\"federation\", \"cross_region_joint\"]",
        0,
        "forms = [\"federation\"]",
    ),
    (
        "tiers.toml",
        "forms = [\"group\", \"station\", \"cross_unit_joint\"]",
        0,
        "forms = [\"group\"]",
    ),
    ("tiers.toml", "due = \"end_2023\"\nclauses = [\"2.0#3\"", 0, "clauses = [\"2.0#3\""),
    ("tiers.toml", "due = \"end_2024\"", 0, "due = \"end_2023\""),
    ("dates.toml", "day = 2023-12-31", 0, "day = 2024-06-30"),
    ("dates.toml", "day = 2022-12-31", 0, "day = 2023-12-31"),
    ("areas.toml", "is_key_area = true", 0, "is_key_area = false"),
    ("areas.toml", "    { code = \"530423102\", name = \"河西镇\" },\n", 0, ""),
    ("areas.toml", "    { code = \"530426002005\", name = \"文明社区居民委员会\" },\n", 0, ""),
    ("areas.toml", "    { code = \"530424\", name = \"华宁县\" },\n", 0, ""),
    ("areas.toml", "form = \"none\"", 0, "form = \"branch\""),
    ("subjects.toml", "full_form = \"federation\"", 0, "full_form = \"cross_region_joint\""),
    (
        "subjects.toml",
        "groups = [\"returned_and_relatives\", \"overseas\", \"students\"]",
        0,
        "groups = [\"returned_and_relatives\", \"students\"]",
    ),
];

/// Some of the amendments, and one choice of one reading.
pub fn policies() -> impl Strategy<Value = (Vec<usize>, Option<Policy>)> {
    let some = subsequence((0..AMENDMENTS.len()).collect::<Vec<_>>(), 0..=8);
    (some, any::<Index>()).prop_map(|(some, choice)| {
        let edits: Vec<_> = some.iter().filter_map(|at| AMENDMENTS.get(*at)).copied().collect();
        let policy = amended(&edits).ok();
        let policy = policy.and_then(|policy| {
            let others = other_choices(&policy);
            let (reading, choice) = choice.get(&others);
            policy.with_readings([(reading.as_str(), choice.as_str())]).ok()
        });
        (some, policy)
    })
}
