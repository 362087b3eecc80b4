//! The ways to an organisation: steps, bodies, paths, and what can be checked of them.

use qiaolian_core::checks::Item;
use qiaolian_core::checks::procedure::{Consulted, JointElection, Path, PathStep, ProcedureTerms};
use qiaolian_core::model::{Arena, BodyId, FormId, IdSet, KindId, SET_CAPACITY, StepId};
use qiaolian_core::policy::{ClauseRef, Text, Words};

use super::lists::{BODIES, FORMS, KINDS, STEPS};
use super::sheet::{Sheet, quoted};
use super::terms::Names;
use crate::written::{Name, ProcedureFile, WrittenConsulted, WrittenPath, WrittenPathStep};

/// The slots that a body's name may have.
const SLOTS: [&str; 2] = ["county", "township"];

pub(super) fn procedure(
    (sheet, file): &(Sheet<'_>, ProcedureFile),
    names: &Names<'_>,
) -> ProcedureTerms {
    sheet.distinct(file.step.iter().map(|step| &step.code), "a step");
    sheet.distinct(file.body.iter().map(|body| &body.code), "a body");
    sheet.distinct(file.path.iter().map(|path| &path.code), "a path");
    sheet.distinct(&file.above.value, "a federation");
    let steps = file
        .step
        .iter()
        .map(|step| Item { code: step.code.value.clone(), label: step.label.clone().into() });
    let steps: Arena<StepId, Item> = sheet.arena(steps.collect(), SET_CAPACITY, "steps");
    let bodies = file.body.iter().map(|body| consulted(*sheet, names, body));
    let bodies: Arena<BodyId, Consulted> = sheet.arena(bodies.collect(), SET_CAPACITY, "bodies");
    let above = file
        .above
        .value
        .iter()
        .filter_map(|name| sheet.look_up(&bodies, |body| &body.code, name, BODIES));
    let lower = Lower { sheet: *sheet, names, steps: &steps, bodies: &bodies };
    let above: Vec<BodyId> = above.collect();
    let paths: Vec<Path> = file.path.iter().filter_map(|path| lower.path(path, &above)).collect();
    let terms = ProcedureTerms { steps, bodies, above, paths };
    last_is_there(*sheet, file, &terms);
    if terms.paths.len() == file.path.len() {
        none_is_taken(*sheet, file, &terms);
        all_are_used(*sheet, file, &terms);
    }
    terms
}

fn consulted(sheet: Sheet<'_>, names: &Names<'_>, body: &WrittenConsulted) -> Consulted {
    let named: Text = body.named.value.clone().into();
    for slot in Words::slots(&named.zh).chain(Words::slots(&named.en)) {
        if !SLOTS.contains(&slot) {
            let slots = SLOTS.map(|slot| format!("`{{{slot}}}`")).join(" or ");
            sheet.fault_at(
                body.named.span,
                format!("the slot `{{{slot}}}`"),
                slots,
                "mend the slot's name",
            );
        }
    }
    let kinds = &names.subjects.kinds;
    let kind = |name| sheet.look_up(kinds, |kind| &kind.code, name, KINDS);
    Consulted {
        code: body.code.value.clone(),
        named,
        general: body.general.clone().into(),
        federation_of: body.federation_of.as_ref().and_then(kind),
        serves: body.serves.iter().filter_map(kind).collect(),
    }
}

/// What lowering a path needs.
struct Lower<'l> {
    sheet: Sheet<'l>,
    names: &'l Names<'l>,
    steps: &'l Arena<StepId, Item>,
    bodies: &'l Arena<BodyId, Consulted>,
}

impl Lower<'_> {
    fn path(&self, path: &WrittenPath, above: &[BodyId]) -> Option<Path> {
        let sheet = self.sheet;
        sheet.distinct(path.step.iter().map(|step| &step.step), "a step of this path");
        let forms = |names: &[Name]| -> IdSet<FormId> {
            sheet.look_up_all(&self.names.subjects.forms, |form| &form.code, names, FORMS)
        };
        let kinds = self.kinds(&path.kinds);
        self.none_turns_to_nobody(path, kinds, above);
        let mut earlier = IdSet::EMPTY;
        let mut steps = Vec::new();
        for step in &path.step {
            let lowered = self.step(step, earlier);
            earlier = lowered.iter().map(|step| step.step).fold(earlier, IdSet::with);
            steps.extend(lowered);
        }
        let of_path = |name: &Name| self.step_of(name, earlier, "a step of this path");
        let election = path.joint_election.as_ref();
        let joint_election = election.and_then(|election| {
            Some(JointElection {
                forms: forms(&election.forms),
                step: sheet.look_up(self.steps, |step| &step.code, &election.step, STEPS)?,
                clause: self.clauses(core::slice::from_ref(&election.clause)).first().copied()?,
            })
        });
        Some(Path {
            code: path.code.value.clone(),
            label: path.label.clone().into(),
            kinds,
            forms: forms(&path.forms),
            key_area: path.key_area,
            steps,
            establishes: of_path(&path.establishes)?,
            owed_anyway: path.owed_anyway.iter().filter_map(of_path).collect(),
            joint_election,
        })
    }

    fn step(&self, step: &WrittenPathStep, earlier: IdSet<StepId>) -> Option<PathStep> {
        let sheet = self.sheet;
        sheet.cites(&step.clauses);
        let bodies =
            |names: &[Name]| sheet.look_up_all(self.bodies, |body| &body.code, names, BODIES);
        let after = step.after.iter();
        let after = after.filter_map(|name| self.step_of(name, earlier, "an earlier step"));
        Some(PathStep {
            step: sheet.look_up(self.steps, |known| &known.code, &step.step, STEPS)?,
            clauses: self.clauses(&step.clauses.value),
            after: after.collect(),
            bodies: bodies(&step.bodies),
            bodies_if_there: bodies(&step.bodies_if_there),
            to_next_federation: step.to_next_federation,
            if_office: self.kinds(&step.if_office),
            commended: step.commended,
        })
    }

    fn kinds(&self, names: &[Name]) -> IdSet<KindId> {
        let kinds = &self.names.subjects.kinds;
        self.sheet.look_up_all(kinds, |kind| &kind.code, names, KINDS)
    }

    fn clauses(&self, names: &[Name]) -> Vec<ClauseRef> {
        self.names.clauses(self.sheet, names)
    }

    /// A step that is among some of the path's.
    fn step_of(&self, name: &Name, among: IdSet<StepId>, what: &str) -> Option<StepId> {
        let found = self.steps.find(|step| step.code == name.value).map(|(id, _)| id);
        let found = found.filter(|step| among.contains(*step));
        if found.is_none() {
            let known = among.iter().filter_map(|step| self.steps.get(step));
            let known: Vec<String> = known.map(|step| quoted(&step.code)).collect();
            let expected = match known.as_slice() {
                [] => format!("{what}, but there is none"),
                _ => format!("{what}: one of {}", known.join(", ")),
            };
            let help = "steps stand behind those that they rest on: put them in order";
            self.sheet.not_found(name, STEPS, expected, help);
        }
        found
    }

    /// A step that turns to the next federation above has one, for each kind of the path.
    fn none_turns_to_nobody(&self, path: &WrittenPath, kinds: IdSet<KindId>, above: &[BodyId]) {
        let served = above.iter().filter_map(|body| self.bodies.get(*body));
        let served =
            served.fold(IdSet::EMPTY, |served: IdSet<KindId>, body| served.union(body.serves));
        let kinds = kinds.difference(served);
        let Some(kind) = kinds.iter().next().and_then(|kind| self.names.subjects.kinds.get(kind))
        else {
            return;
        };
        if let Some(step) = path.step.iter().find(|step| step.to_next_federation) {
            self.sheet.fault_at(
                step.step.span,
                format!("a {} without a next federation above", quoted(&kind.code)),
                "a body among `above` that serves it",
                "add the kind to `serves` of its next federation above",
            );
        }
    }
}

/// The last federation above is always there, so that somebody can stand in for each other.
fn last_is_there(sheet: Sheet<'_>, file: &ProcedureFile, terms: &ProcedureTerms) {
    let last = terms.above.last().and_then(|body| terms.bodies.get(*body));
    if let (Some(body), Some(name)) = (last, file.above.value.last())
        && body.federation_of.is_some()
    {
        sheet.fault_at(
            name.span,
            format!("{}, which may not be there", quoted(&name.value)),
            "a last body that is always there",
            "put the federation last that has no `federation_of`",
        );
    }
}

/// No path stands behind one that takes all its subjects.
fn none_is_taken(sheet: Sheet<'_>, file: &ProcedureFile, terms: &ProcedureTerms) {
    for (at, (path, written)) in terms.paths.iter().zip(&file.path).enumerate() {
        let taken = terms.paths.iter().take(at).find(|earlier| {
            path.kinds.difference(earlier.kinds).is_empty()
                && path.forms.difference(earlier.forms).is_empty()
                && (earlier.key_area.is_none() || earlier.key_area == path.key_area)
        });
        if let Some(earlier) = taken {
            sheet.fault_at(
                written.code.span,
                format!("the path {}", quoted(&path.code)),
                format!("a path that {} leaves something", quoted(&earlier.code)),
                "the first path that fits holds: put the narrower one first",
            );
        }
    }
}

/// Every step is one of some path, and every body takes part in some step.
fn all_are_used(sheet: Sheet<'_>, file: &ProcedureFile, terms: &ProcedureTerms) {
    let steps = || terms.paths.iter().flat_map(|path| &path.steps);
    let unused = |name: &Name, what: &str, whose: &str| {
        sheet.fault_at(
            name.span,
            format!("the {what} {}, which nothing has", quoted(&name.value)),
            format!("a {what} that some {whose} has"),
            format!("give it to a {whose}, or take it out"),
        );
    };
    for (written, id) in file.step.iter().zip(terms.steps.ids()) {
        if !steps().any(|step| step.step == id) {
            unused(&written.code, "step", "path");
        }
    }
    for (written, id) in file.body.iter().zip(terms.bodies.ids()) {
        let takes_part =
            |step: &PathStep| step.bodies.contains(id) || step.bodies_if_there.contains(id);
        if !terms.above.contains(&id) && !steps().any(takes_part) {
            unused(&written.code, "body", "step");
        }
    }
}
