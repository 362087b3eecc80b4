//! A plan as text and as pictures. The samples were read by the programs that they are for: the
//! pictures by Mermaid's parser and by `dot`.

use std::fs;
use std::path::Path;

use qiaolian_core::checks::procedure::StepState;
use qiaolian_core::policy::Lang;
use qiaolian_render::plan::{PlanView, dot, mermaid, text};

use crate::case::{Answer, Case};

/// A key area whose county has no federation yet, on the way: some steps done, some possible, some blocked.
fn hexi() -> Answer {
    let case = Case::place("通海县", "河西镇").office(false).unknown("candidates_consulted");
    case.did("survey", "2021-03-01").did("hear_opinions", "2021-04-01").on("2021-06-01")
}

fn shown(answer: &Answer, show: impl Fn(&PlanView<'_>) -> String) -> String {
    let plan = answer.plan();
    show(&PlanView {
        view: &answer.view,
        name: Some("河西镇"),
        procedure: &answer.procedure,
        plan: &plan,
    })
}

fn is_the_sample(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/procedure/samples").join(name);
    let sample = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        found, sample,
        "{name}: if it is meant to differ, let the parser read it and write it anew"
    );
}

#[test]
fn a_plan_as_text() {
    is_the_sample("hexi.zh.txt", &shown(&hexi(), |plan| text(plan, Lang::Zh).to_string()));
    is_the_sample("hexi.en.txt", &shown(&hexi(), |plan| text(plan, Lang::En).to_string()));
}

#[test]
fn a_plan_as_a_flowchart_of_mermaid() {
    is_the_sample("hexi.zh.mmd", &shown(&hexi(), |plan| mermaid(plan, Lang::Zh)));
    is_the_sample("hexi.en.mmd", &shown(&hexi(), |plan| mermaid(plan, Lang::En)));
}

#[test]
fn a_plan_as_a_graph_of_graphviz() {
    is_the_sample("hexi.zh.dot", &shown(&hexi(), |plan| dot(plan, Lang::Zh)));
    is_the_sample("hexi.en.dot", &shown(&hexi(), |plan| dot(plan, Lang::En)));
}

#[test]
fn the_samples_have_steps_in_each_state_that_a_picture_shows() {
    for state in [StepState::Done, StepState::Possible, StepState::Blocked, StepState::Unknown] {
        assert!(!hexi().steps(state).is_empty(), "{}", state.code());
    }
}

#[test]
fn where_nothing_is_asked_text_and_pictures_say_so() {
    let empty = Case::place("红塔区", "李棋街道").people(0).on("2021-06-01");
    for found in [
        shown(&empty, |plan| text(plan, Lang::Zh).to_string()),
        shown(&empty, |plan| mermaid(plan, Lang::Zh)),
        shown(&empty, |plan| dot(plan, Lang::Zh)),
    ] {
        assert!(found.contains("没有可列的步骤"), "{found}");
    }
}
