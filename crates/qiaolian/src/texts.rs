//! The texts of the built-in policies: compiled in, or given by a surface that loads them by itself.

#[cfg(not(feature = "texts"))]
use std::sync::OnceLock;

use qiaolian_core::policy::Rulebook;
use qiaolian_policies::BuiltIn;

/// Texts that a surface gave.
#[cfg(not(feature = "texts"))]
static GIVEN: OnceLock<Vec<Vec<qiaolian_core::policy::Text>>> = OnceLock::new();

/// Gives the texts of the built-in policies, before the first of them is used. Says whether they
/// are theirs; without texts, words show their keys.
#[cfg(not(feature = "texts"))]
pub fn give_texts(bytes: [&[u8]; BuiltIn::ALL.len()]) -> bool {
    let texts: Option<Vec<_>> = bytes.into_iter().map(qiaolian_policies::texts_from).collect();
    texts.is_some_and(|texts| GIVEN.set(texts).is_ok())
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
        let at = BuiltIn::ALL.iter().position(|known| *known == pack);
        let given = at.and_then(|at| GIVEN.get()?.get(at));
        if let Some(texts) = given {
            rulebook.put_texts(texts.clone());
        }
        rulebook
    }
}
