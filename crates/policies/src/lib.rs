//! The policy packs that come with qiaolian.
//!
//! The folders beside this crate's `src` hold the packs as people review them; the build checks
//! them and compiles them in.

use qiaolian_core::policy::Rulebook;

/// A pack that is compiled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BuiltIn {
    /// Yuxi city, Yunnan: the plan of 2020.
    Yuxi2020,
    /// Universities, districts and bureaus in Beijing, as a university's united front department
    /// published the rule.
    BeijingUniversities,
}

impl BuiltIn {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Yuxi2020, Self::BeijingUniversities];

    /// The policy's id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yuxi2020 => "yuxi-2020",
            Self::BeijingUniversities => "beijing-universities",
        }
    }

    /// The policy's data.
    #[must_use]
    pub fn rulebook(self) -> Rulebook {
        let bytes: &[u8] = match self {
            Self::Yuxi2020 => include_bytes!(concat!(env!("OUT_DIR"), "/yuxi-2020.bin")),
            Self::BeijingUniversities => {
                include_bytes!(concat!(env!("OUT_DIR"), "/beijing-universities.bin"))
            }
        };
        #[expect(
            clippy::expect_used,
            reason = "the build wrote these bytes from the same type; a test reads each pack back"
        )]
        postcard::from_bytes(bytes).expect("a pack that the build wrote reads back")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pack_that_was_compiled_in_reads_back_under_its_own_id() {
        for pack in BuiltIn::ALL {
            assert_eq!(pack.rulebook().document.id, pack.id());
        }
    }
}
