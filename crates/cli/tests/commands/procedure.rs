//! The steps to an organisation, as they stand and as they remain: to read, as JSON, as a picture.

use crate::run::{json, run};

const VILLAGE: &str = "../cases/village.json --as-of 2023-11-15";

#[test]
fn a_procedure_tells_each_step_and_what_was_found_of_it() {
    let ran = run(&format!("procedure {VILLAGE}")).unwrap();
    assert_eq!(ran.told, "");
    assert!(ran.out.contains("金州社区"), "{}", ran.out);
    let found = json(&format!("procedure {VILLAGE} --format json")).unwrap();
    let steps = found["steps"].as_array().unwrap();
    assert!(!steps.is_empty());
    for step in steps {
        let label = step["label"]["zh"].as_str().unwrap();
        assert!(ran.out.contains(label), "{label}: {}", ran.out);
    }
    assert_eq!(found["check"], "procedure");
}

#[test]
fn a_plan_tells_what_remains_in_words_and_draws_the_same_as_a_picture() {
    let text = run(&format!("plan {VILLAGE}")).unwrap().out;
    let found = json(&format!("plan {VILLAGE} --format json")).unwrap();
    let told = found["text"]["zh"].as_str().unwrap();
    assert!(text.contains(told.lines().next().unwrap()), "{text}");
    for (picture, start) in [("mermaid", "flowchart "), ("dot", "digraph ")] {
        for lang in ["zh", "en"] {
            let asked = format!("plan {VILLAGE} --picture {picture} --lang {lang}");
            let drawn = run(&asked).unwrap().out;
            assert!(drawn.starts_with(start), "{asked}: {drawn}");
            assert_eq!(drawn.trim_end(), found[picture][lang].as_str().unwrap().trim_end());
        }
    }
}

#[test]
fn a_case_of_an_unknown_step_says_the_path_and_the_steps_there_are() {
    let mut command = crate::run::command("procedure - --as-of 2023-11-15 --lang en").unwrap();
    command.write_stdin(r#"{"procedure":{"events":[{"step":"surveys"}]}}"#);
    let ran = command.output().unwrap();
    let told = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(2), "{told}");
    assert!(told.contains("procedure.events[0].step: there is no `surveys`"), "{told}");
    assert!(told.contains("`survey`"), "{told}");
}
