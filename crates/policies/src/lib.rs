//! The policy packs that come with qiaolian.
//!
//! The folders beside this crate's `src` hold the packs as people review them; the build checks
//! them and compiles them in, rules and texts apart.

#[cfg(feature = "checks")]
use qiaolian_core::checks::Checks;
use qiaolian_core::policy::{Rulebook, Text};
use qiaolian_core::text::parts;

/// A pack that is compiled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BuiltIn {
    /// Yuxi city, Yunnan: the plan of 2020.
    Yuxi2020,
    /// Universities, districts and bureaus in Beijing, as a university's united front department
    /// published the rule.
    BeijingUniversities,
}

/// The bytes of a pack's file that the build wrote.
macro_rules! built {
    ($pack:expr, $part:literal) => {
        match $pack {
            BuiltIn::Yuxi2020 => {
                &include_bytes!(concat!(env!("OUT_DIR"), "/yuxi-2020.", $part))[..]
            }
            BuiltIn::BeijingUniversities => {
                &include_bytes!(concat!(env!("OUT_DIR"), "/beijing-universities.", $part))[..]
            }
        }
    };
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

    /// The policy's data without its texts.
    #[must_use]
    pub fn rules(self) -> Rulebook {
        #[expect(
            clippy::expect_used,
            reason = "the build wrote these bytes from the same type; a test reads each pack back"
        )]
        Rulebook::from_bytes(built!(self, "rules")).expect("a pack that the build wrote reads back")
    }

    /// The policy's checks without their texts.
    #[cfg(feature = "checks")]
    #[must_use]
    pub fn checks(self) -> Checks {
        #[expect(
            clippy::expect_used,
            reason = "the build wrote these bytes from the same type; a test reads each pack back"
        )]
        Checks::from_bytes(built!(self, "checks")).expect("checks that the build wrote read back")
    }

    /// The texts of the policy's checks, as lines for [`texts_from`].
    #[cfg(all(feature = "checks", feature = "texts"))]
    #[must_use]
    pub fn check_text_lines(self) -> &'static str {
        core::str::from_utf8(built!(self, "checks-texts")).unwrap_or_default()
    }

    /// The policy's texts, as lines for [`texts_from`].
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn text_lines(self) -> &'static str {
        core::str::from_utf8(built!(self, "texts")).unwrap_or_default()
    }

    /// The policy's data.
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn rulebook(self) -> Rulebook {
        let mut rulebook = self.rules();
        rulebook.put_texts(texts_from(self.text_lines()));
        #[cfg(feature = "checks")]
        {
            rulebook.checks = self.checks();
            rulebook.checks.put_texts(texts_from(self.check_text_lines()));
        }
        rulebook
    }
}

/// The texts of a pack from their lines, Chinese and English in turn.
pub fn texts_from(lines: &str) -> impl Iterator<Item = Text> {
    let mut lines = parts(lines, '\n').map(str::to_owned);
    std::iter::from_fn(move || Some(Text { zh: lines.next()?, en: lines.next()? }))
}

#[cfg(all(test, feature = "texts", feature = "checks"))]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn each_pack_that_was_compiled_in_reads_back_as_its_files_say() {
        for pack in BuiltIn::ALL {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(pack.id());
            let files = qiaolian_pack::load_dir(&folder).unwrap();
            assert_eq!(pack.rulebook(), files);
            assert_eq!(pack.rulebook().document.id, pack.id());
        }
    }

    #[test]
    fn bytes_that_are_no_pack_are_refused() {
        for pack in BuiltIn::ALL {
            let bytes = built!(pack, "rules");
            assert_eq!(Rulebook::from_bytes(bytes), Some(pack.rules()));
            for cut in 0..bytes.len() {
                assert_eq!(Rulebook::from_bytes(&bytes[..cut]), None, "{cut}");
            }
            assert_eq!(Rulebook::from_bytes(&[bytes, &[0][..]].concat()), None);
            assert_eq!(Rulebook::from_bytes(&[0xff; 64]), None);
        }
    }

    #[test]
    fn bytes_that_are_no_checks_are_refused() {
        for pack in BuiltIn::ALL {
            let bytes = built!(pack, "checks");
            assert_eq!(Checks::from_bytes(bytes), Some(pack.checks()));
            for cut in 0..bytes.len() {
                assert_eq!(Checks::from_bytes(&bytes[..cut]), None, "{cut}");
            }
            assert_eq!(Checks::from_bytes(&[bytes, &[0][..]].concat()), None);
        }
    }
}
