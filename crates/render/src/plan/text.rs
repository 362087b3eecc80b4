//! A plan as a tree: what is done, then stage by stage what remains.

use qiaolian_core::checks::procedure::{Remaining, StepState};
use qiaolian_core::model::BodyId;
use qiaolian_core::policy::{Lang, Word};

use super::{PlanView, state};
use crate::label::{clause_label, listed};
use crate::tree::Branch;

/// What remains to be done, in which order, with whom and by when.
#[must_use]
pub fn text(shown: &PlanView<'_>, lang: Lang) -> Branch {
    let done = done(shown, lang);
    let stages = shown.plan.stages.iter().zip(1usize..).map(|(steps, number)| {
        let number = number.to_string();
        let heading = shown.say(Word::PlanStage, lang, &[("number", &number)]);
        Branch::of(heading, steps.iter().map(|step| remaining(shown, step, lang)).collect())
    });
    let nothing = shown.plan.stages.is_empty() && !shown.procedure.steps.is_empty();
    let nothing = nothing.then(|| Branch::leaf(shown.word(Word::PlanNothing, lang)));
    Branch::of(shown.heading(lang), done.into_iter().chain(stages).chain(nothing).collect())
}

/// The steps that are done, with their days.
fn done(shown: &PlanView<'_>, lang: Lang) -> Option<Branch> {
    let done = shown.procedure.steps.iter().filter(|step| step.state == StepState::Done);
    let named: Vec<String> = done
        .map(|step| {
            let day =
                step.on.map(|day| shown.say(Word::ProcedureOn, lang, &[("day", &day.to_string())]));
            format!("{}{}", shown.step(step.step, lang), day.unwrap_or_default())
        })
        .collect();
    let steps = named.join(shown.word(Word::Comma, lang));
    let line = || Branch::leaf(shown.say(Word::PlanDone, lang, &[("steps", &steps)]));
    (!named.is_empty()).then(line)
}

fn remaining(shown: &PlanView<'_>, step: &Remaining<'_>, lang: Lang) -> Branch {
    let say = |word, slots: &[(&str, &str)]| Branch::leaf(shown.say(word, lang, slots));
    let name = |body: BodyId| {
        let name = shown.view.body_name(body);
        name.get(lang).to_owned()
    };
    let rulebook = shown.rulebook();
    let clauses: Vec<String> =
        step.clauses.iter().map(|clause| clause_label(rulebook, *clause, lang)).collect();
    let slots =
        [("step", shown.step(step.step, lang)), ("clauses", &listed(rulebook, &clauses, lang))];
    let mut below = Vec::new();
    match step.state {
        StepState::Unknown => below.push(Branch::leaf(shown.word(Word::PlanFindOut, lang))),
        StepState::Done | StepState::Possible | StepState::Blocked | StepState::NotApplicable => {
            below.push(Branch::leaf(shown.word(state(step.state), lang)));
        }
    }
    if !step.bodies.is_empty() {
        let bodies: Vec<String> = step.bodies.iter().map(name).collect();
        below.push(say(Word::PlanBodies, &[("bodies", &listed(rulebook, &bodies, lang))]));
    }
    for absent in &step.not_there {
        let body = name(absent.body);
        below.push(match absent.next.map(name) {
            Some(next) => say(Word::PlanStandIn, &[("body", &body), ("next", &next)]),
            None => say(Word::PlanNotThere, &[("body", &body)]),
        });
    }
    if let Some(due) = step.due {
        below.push(say(Word::PlanDue, &[("due", &due.to_string())]));
    }
    Branch::of(shown.say(Word::PlanStep, lang, &slots), below)
}
