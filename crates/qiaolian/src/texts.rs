//! The texts of the built-in policies: compiled in, or given by a surface that loads them by itself.

#[cfg(not(feature = "texts"))]
use std::sync::OnceLock;

use qiaolian_core::policy::Rulebook;
use qiaolian_policies::BuiltIn;

/// Where a surface has them: the lines of a policy's texts, by its id.
#[cfg(not(feature = "texts"))]
static SOURCE: OnceLock<fn(&str) -> String> = OnceLock::new();

/// Says where the texts of the built-in policies come from, before the first of them is used: the
/// lines that the pack of that id was made into. A second time changes nothing; without texts
/// nothing is said in words.
#[cfg(not(feature = "texts"))]
pub fn give_texts(source: fn(id: &str) -> String) {
    SOURCE.get_or_init(|| source);
}

/// The lines of a built-in policy's texts, for a surface that gives them: none where it isn't one.
#[cfg(feature = "texts")]
#[must_use]
pub fn texts_of(id: &str) -> Option<&'static str> {
    BuiltIn::ALL.into_iter().find(|pack| pack.id() == id).map(BuiltIn::text_lines)
}

/// The data of a built-in policy.
pub(crate) fn rulebook(pack: BuiltIn) -> Rulebook {
    #[cfg(feature = "texts")]
    {
        pack.rulebook()
    }
    #[cfg(not(feature = "texts"))]
    {
        let mut rulebook = pack.rules();
        if let Some(source) = SOURCE.get() {
            rulebook.put_texts(qiaolian_policies::texts_from(&source(pack.id())));
        }
        rulebook
    }
}
