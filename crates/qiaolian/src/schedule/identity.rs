//! Ids of entries that outlive the register they came from: a calendar that reads a later schedule
//! finds its entries again.

use std::collections::HashMap;

use super::Kept;

/// What stands behind an id, so that it is the whole world's.
const OURS: &str = "@qiaolian";

/// Gives entries their ids: the policy, the place's code (or a digest of kind, county, name and,
/// where one is written, township), what is due, and by when.
pub(super) struct Identities<'p> {
    policy: &'p str,
    given: HashMap<String, u64>,
}

impl<'p> Identities<'p> {
    pub(super) fn of(policy: &'p str) -> Self {
        Self { policy, given: HashMap::new() }
    }

    /// Subjects that nothing tells apart are numbered in the order of the entries.
    pub(super) fn give(mut self, entries: &mut [Kept]) {
        for kept in entries {
            let id = self.id(kept);
            let same = self.given.entry(id.clone()).or_default();
            *same += 1;
            kept.entry.uid =
                if *same == 1 { format!("{id}{OURS}") } else { format!("{id}.{same}{OURS}") };
        }
    }

    fn id(&self, Kept { entry, township, .. }: &Kept) -> String {
        let subject = entry.code.clone().unwrap_or_else(|| {
            let [county, name] =
                [&entry.county, &entry.name].map(|text| text.as_deref().unwrap_or_default());
            digest([&entry.kind, county, name].into_iter().chain(township.as_deref()))
        });
        let what = entry.report.as_ref().map_or("duty", |report| &report.code);
        format!("{}.{subject}.{what}.{}", self.policy, entry.due)
    }
}

/// FNV-1a of 128 bits over some texts, a zero byte behind each: names are told apart, nobody is kept out.
fn digest<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = texts.flat_map(|text| text.bytes().chain([0]));
    let hash = bytes.fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    format!("{hash:032x}")
}
