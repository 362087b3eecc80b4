//! Which path a subject takes: by its kind, by whether it is a key area, by the form.

use super::facts::ProcedureFacts;
use super::terms::{Path, PathStep, ProcedureTerms};
use crate::checks::view::SubjectView;
use crate::model::{Duty, FormId};
use crate::policy::Ask;

/// Where a subject is going under one possible duty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course<'p> {
    /// What is asked.
    pub(super) ask: &'p Ask,
    /// What it is going for; none where nothing is asked, and nothing is being set up.
    pub(super) goal: Option<Goal>,
    /// The path there; none where the document describes none.
    pub(super) path: Option<&'p Path>,
}

/// What a subject is going for: the form, unless people choose it, and one that leads to the path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Goal {
    pub(super) form: Option<FormId>,
    pub(super) like: FormId,
}

/// The courses of all possible duties.
pub(super) fn courses<'p>(
    view: &SubjectView<'p>,
    terms: &'p ProcedureTerms,
    facts: &ProcedureFacts,
) -> Vec<Course<'p>> {
    let asks = view.policy.possible_asks(&view.subject, &view.decision);
    let course = |ask| {
        let path = |form| terms.path(view.subject.kind, view.decision.key_area, form);
        let goal = goal(view, facts, ask, |form| path(form).is_some());
        Course { ask, goal, path: goal.and_then(|goal| path(goal.like)) }
    };
    asks.into_iter().map(course).collect()
}

/// What a subject is going for under one possible duty: the form that is being set up, else the one
/// that is there and is enough, if a path leads to it, else the one that is asked for.
fn goal(
    view: &SubjectView<'_>,
    facts: &ProcedureFacts,
    ask: &Ask,
    has_path: impl Fn(FormId) -> bool,
) -> Option<Goal> {
    let rulebook = view.rulebook();
    let of = |form: FormId| Goal { form: Some(form), like: form };
    let is_known = |form: &FormId| *form != rulebook.no_form && rulebook.forms.get(*form).is_some();
    if let Some(form) = facts.form.filter(is_known) {
        return Some(of(form));
    }
    let is_enough = |form: &FormId| {
        !ask.duty.is_owed() || *form == rulebook.full_form || ask.forms.contains(*form)
    };
    if let Some(form) = view.form().filter(is_known).filter(is_enough)
        && has_path(form)
    {
        return Some(of(form));
    }
    if ask.duty == Duty::None {
        return None;
    }
    let first = ask.forms.iter().next()?;
    let is_given = first == rulebook.full_form || ask.forms.len() == 1;
    Some(Goal { form: is_given.then_some(first), like: first })
}

/// Where a subject is going, whatever its duty may be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Way<'p> {
    /// Nothing is asked, and nothing is being set up.
    Nowhere,
    /// One path; the form is open where people choose it.
    One { path: &'p Path, form: Option<FormId> },
    /// One of several paths, by what isn't known.
    Several(Vec<&'p Path>),
    /// To a form to which the document describes no path.
    Undescribed(FormId),
}

impl<'p> Way<'p> {
    pub(super) fn of(courses: &[Course<'p>]) -> Self {
        let goals = || courses.iter().filter_map(|course| course.goal);
        let Some(first) = goals().next() else { return Self::Nowhere };
        let mut paths: Vec<&Path> = Vec::new();
        for path in courses.iter().filter_map(|course| course.path) {
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        match paths.as_slice() {
            [] => Self::Undescribed(first.like),
            [path] => {
                let form = first.form.filter(|_| goals().all(|goal| goal.form == first.form));
                Self::One { path, form }
            }
            _ => Self::Several(paths),
        }
    }

    pub(super) fn path(&self) -> Option<&'p Path> {
        match self {
            Self::One { path, .. } => Some(path),
            Self::Nowhere | Self::Several(_) | Self::Undescribed(_) => None,
        }
    }

    pub(super) fn form(&self) -> Option<FormId> {
        match self {
            Self::One { form, .. } => *form,
            Self::Undescribed(form) => Some(*form),
            Self::Nowhere | Self::Several(_) => None,
        }
    }

    /// The steps of the path, or those that all possible paths share.
    pub(super) fn steps(&self) -> Vec<&'p PathStep> {
        let paths = match self {
            Self::One { path, .. } => core::slice::from_ref(path),
            Self::Several(paths) => paths,
            Self::Nowhere | Self::Undescribed(_) => &[],
        };
        let Some((first, others)) = paths.split_first() else { return Vec::new() };
        let is_shared = |step: &&PathStep| {
            let same = |other: &PathStep| other.step == step.step && other.after == step.after;
            others.iter().all(|path| path.steps.iter().any(same))
        };
        first.steps.iter().filter(is_shared).collect()
    }
}
