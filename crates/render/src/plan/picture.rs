//! A procedure as a picture: its steps and what each rests on, in the languages of Mermaid and Graphviz.
//!
//! Where a step stands is said in words, and shown by its border too, never by colour alone.

use std::fmt::Write;

use qiaolian_core::checks::procedure::{Step, StepState};
use qiaolian_core::policy::{Lang, Word};

use super::{PlanView, state};

/// How a step that stands so looks.
struct Look {
    fill: &'static str,
    border: &'static str,
    width: u8,
    dashed: bool,
}

const fn look(state: StepState) -> Look {
    match state {
        StepState::Done => Look { fill: "#d9ead3", border: "#38761d", width: 1, dashed: false },
        StepState::Possible => Look { fill: "#fff2cc", border: "#7f6000", width: 3, dashed: false },
        StepState::Blocked => Look { fill: "#eeeeee", border: "#666666", width: 1, dashed: false },
        StepState::Unknown | StepState::NotApplicable => {
            Look { fill: "#ffffff", border: "#666666", width: 1, dashed: true }
        }
    }
}

/// The picture as a Mermaid flowchart.
#[must_use]
pub fn mermaid(shown: &PlanView<'_>, lang: Lang) -> String {
    let mut out = String::new();
    // A string takes whatever is written.
    let mut line = |text: std::fmt::Arguments<'_>| {
        let _ = writeln!(out, "{text}");
    };
    line(format_args!("flowchart TD"));
    let steps = steps(shown);
    if steps.is_empty() {
        line(format_args!("    none[\"{}\"]", for_mermaid(&shown.heading(lang))));
    }
    for step in &steps {
        let label: Vec<String> =
            lines(shown, step, lang).iter().map(|line| for_mermaid(line)).collect();
        let label = label.join("<br/>");
        line(format_args!("    {}[\"{label}\"]:::{}", id(step), step.state.code()));
    }
    for (from, to) in edges(&steps) {
        line(format_args!("    {} --> {}", id(from), id(to)));
    }
    for of in StepState::ALL.into_iter().filter(|of| steps.iter().any(|step| step.state == *of)) {
        let Look { fill, border, width, dashed } = look(of);
        let dashes = if dashed { ",stroke-dasharray:4 3" } else { "" };
        let code = of.code();
        line(format_args!(
            "    classDef {code} fill:{fill},stroke:{border},stroke-width:{width}px,color:#000{dashes}"
        ));
    }
    out
}

/// The picture as a graph in Graphviz' language.
#[must_use]
pub fn dot(shown: &PlanView<'_>, lang: Lang) -> String {
    let mut out = String::new();
    // A string takes whatever is written.
    let mut line = |text: std::fmt::Arguments<'_>| {
        let _ = writeln!(out, "{text}");
    };
    line(format_args!("digraph plan {{"));
    line(format_args!("    label=\"{}\";", for_dot(&shown.heading(lang))));
    line(format_args!("    labelloc=t;"));
    line(format_args!("    node [shape=box];"));
    let steps = steps(shown);
    for step in &steps {
        let label: Vec<String> =
            lines(shown, step, lang).iter().map(|line| for_dot(line)).collect();
        let Look { fill, border, width, dashed } = look(step.state);
        let style = if dashed { "filled,dashed" } else { "filled" };
        line(format_args!(
            "    {} [label=\"{}\", style=\"{style}\", fillcolor=\"{fill}\", color=\"{border}\", penwidth={width}];",
            id(step),
            label.join("\\n")
        ));
    }
    for (from, to) in edges(&steps) {
        line(format_args!("    {} -> {};", id(from), id(to)));
    }
    line(format_args!("}}"));
    out
}

/// The steps that apply.
fn steps<'v>(shown: &PlanView<'v>) -> Vec<&'v Step<'v>> {
    let steps = shown.procedure.steps.iter();
    steps.filter(|step| step.state != StepState::NotApplicable).collect()
}

/// Each two steps of which the second rests on the first.
fn edges<'s, 'p>(steps: &'s [&'s Step<'p>]) -> impl Iterator<Item = (&'s Step<'p>, &'s Step<'p>)> {
    steps.iter().flat_map(move |to| {
        let before = steps.iter().filter(|from| to.after.contains(from.step));
        before.map(move |from| (*from, *to))
    })
}

/// A name that no word of either language can be.
fn id(step: &Step<'_>) -> String {
    use qiaolian_core::model::Id;
    format!("s{}", step.step.index() + 1)
}

/// What stands in a step's box.
fn lines(shown: &PlanView<'_>, step: &Step<'_>, lang: Lang) -> Vec<String> {
    let word = shown.word(state(step.state), lang);
    let day = step.on.map(|day| shown.say(Word::ProcedureOn, lang, &[("day", &day.to_string())]));
    let due = step.due.filter(|_| step.state.is_open());
    let due = due.map(|due| shown.say(Word::PlanDue, lang, &[("due", &due.to_string())]));
    let state = format!("{word}{}", day.unwrap_or_default());
    [shown.step(step.step, lang).to_owned(), state].into_iter().chain(due).collect()
}

/// Within quotes of Mermaid, which reads entities of its own and tags of HTML.
fn for_mermaid(text: &str) -> String {
    let escaped = |letter: char| match letter {
        '"' | '#' | '<' | '>' | '&' | '`' => format!("#{};", u32::from(letter)),
        _ => letter.to_string(),
    };
    text.chars().map(escaped).collect()
}

/// Within quotes of Graphviz' language.
fn for_dot(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
