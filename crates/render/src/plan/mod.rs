//! What remains to be done, in which order: as text, and as a picture.

mod picture;
mod text;

pub use picture::{dot, mermaid};
pub use text::text;

use qiaolian_core::checks::SubjectView;
use qiaolian_core::checks::procedure::{Plan, Procedure, StepState};
use qiaolian_core::model::StepId;
use qiaolian_core::policy::{Lang, Rulebook, Word};

/// A plan as it is shown: the subject with its name, its procedure, what remains of that.
#[derive(Clone, Copy, Debug)]
pub struct PlanView<'v> {
    /// The subject.
    pub view: &'v SubjectView<'v>,
    /// Its name.
    pub name: Option<&'v str>,
    /// Where its procedure stands.
    pub procedure: &'v Procedure<'v>,
    /// What remains.
    pub plan: &'v Plan<'v>,
}

impl<'v> PlanView<'v> {
    fn rulebook(&self) -> &'v Rulebook {
        self.view.policy.rulebook()
    }

    fn word(&self, word: Word, lang: Lang) -> &'v str {
        self.rulebook().words.get(word, lang)
    }

    fn say(&self, word: Word, lang: Lang, slots: &[(&str, &str)]) -> String {
        self.rulebook().words.say(word, lang, slots)
    }

    fn step(&self, step: StepId, lang: Lang) -> &'v str {
        let terms = self.rulebook().checks.procedure.as_ref();
        terms.and_then(|terms| terms.steps.get(step)).map_or("", |item| item.label.get(lang))
    }

    fn heading(&self, lang: Lang) -> String {
        let name = self.name.unwrap_or_else(|| self.word(Word::ReasonUnnamed, lang));
        if self.procedure.steps.is_empty() {
            return self.say(Word::PlanNoPath, lang, &[("name", name)]);
        }
        let path = self.procedure.path.map(|path| path.label.get(lang));
        let path = path.unwrap_or_else(|| self.word(Word::PlanOpenPath, lang));
        self.say(Word::PlanHeading, lang, &[("name", name), ("path", path)])
    }
}

/// The word for where a step stands.
fn state(state: StepState) -> Word {
    match state {
        StepState::Done => Word::ProcedureDone,
        StepState::Possible => Word::ProcedurePossible,
        StepState::Blocked => Word::ProcedureBlocked,
        StepState::Unknown => Word::ProcedureUnknown,
        StepState::NotApplicable => Word::ProcedureNotApplicable,
    }
}
