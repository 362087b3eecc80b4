//! How long an answer takes, without and with its explanation, beside a function written by hand and
//! another engine on the same subjects in the same run.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, SamplingMode, Throughput};
use datalogic_rs::bumpalo::Bump;
use qiaolian::{Assessment, Determination, Lang, Policy, Question};
use qiaolian_benches::agreement::agreed;
use qiaolian_benches::figures::{self, Figure, Id};
use qiaolian_benches::subjects::{self, Asked};
use qiaolian_benches::{by_hand, json_logic};
use qiaolian_render::reason;

const fn id(group: &'static str, function: &'static str) -> Id {
    Id { group, function }
}

const DECISION: Id = id("decision", "from typed facts");
const DECISIVE: Id = id("decision", "with decisive readings");
const BY_HAND: Id = id("peers", "by hand, duty and status");
const DATALOGIC: Id = id("peers", "datalogic-rs, duty");
const TRACE: Id = id("explanation", "core's answer and trace");
const REASON: Id = id("explanation", "reason, zh and en");
const EXPLAINED: Id = id("explanation", "decision, decisive readings, reason, trace");
const FROM_NAMES: Id = id("determination", "from names");
const TO_JSON: Id = id("determination", "to JSON");
const READINGS: Id = id("policy", "another reading compiled");
const CHECK: Id = id("policy", "checked");

/// Where criterion keeps its figures.
const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/criterion");

fn main() -> Result<(), Box<dyn Error>> {
    let policy = Policy::yuxi_2020();
    let asked = subjects::asked(&policy);
    let duty = json_logic::Duty::compile()?;
    agreed(&policy, &duty, &asked)?;
    println!("{} subjects, on which all peers agree", asked.len());

    let mut run = Run::new();
    decisions(&mut run, &policy, &asked);
    peers(&mut run, &policy, &duty, &asked)?;
    explanations(&mut run, &policy, &asked)?;
    determinations(&mut run, &policy, &asked)?;
    policies(&mut run, &policy);
    run.close();
    Ok(())
}

fn decisions(run: &mut Run, policy: &Policy, asked: &[Asked]) {
    let core = policy.core();
    let typed: Vec<_> = asked.iter().map(|asked| (asked.subject, asked.as_of)).collect();
    run.measure(DECISION, &typed, |(subject, as_of)| {
        black_box(&core.decide(subject, *as_of));
    });
    run.measure(DECISIVE, &typed, |(subject, as_of)| {
        if let Ok(decision) = core.decide(subject, *as_of) {
            black_box(&decision);
            black_box(core.decisive_readings(subject, *as_of, &decision));
        }
    });
}

fn peers(
    run: &mut Run,
    policy: &Policy,
    duty: &json_logic::Duty,
    asked: &[Asked],
) -> Result<(), Box<dyn Error>> {
    let facts = |asked: &Asked| by_hand::Facts::of(policy.core(), &asked.subject);
    let plain: Option<Vec<_>> =
        asked.iter().map(|asked| Some((facts(asked)?, asked.as_of))).collect();
    let plain = plain.ok_or("facts that the function by hand doesn't know")?;
    run.measure(BY_HAND, &plain, |(facts, as_of)| {
        black_box(by_hand::duty_and_status(facts, *as_of));
    });
    let parsed: Result<Vec<_>, _> =
        plain.iter().map(|(facts, _)| json_logic::parsed(facts)).collect();
    let mut arena = Bump::new();
    run.measure(DATALOGIC, &parsed?, |facts| {
        black_box(duty.of(facts, &arena).is_ok());
        arena.reset();
    });
    Ok(())
}

fn explanations(run: &mut Run, policy: &Policy, asked: &[Asked]) -> Result<(), Box<dyn Error>> {
    let core = policy.core();
    run.measure(TRACE, asked, |Asked { subject, as_of, .. }| {
        black_box(&core.explain(subject, *as_of));
    });
    let assessed: Result<Vec<_>, _> = asked
        .iter()
        .map(|asked| Ok((asked, policy.assessment(&asked.facts, Question::from(asked.date))?)))
        .collect::<Result<Vec<(&Asked, Assessment<'_>)>, qiaolian::Error>>();
    let assessed = assessed?;
    run.measure(REASON, &assessed, |(_, assessment)| {
        black_box([Lang::Zh, Lang::En].map(|lang| reason(&assessment.view(), lang)));
    });
    run.measure(EXPLAINED, &assessed, |(Asked { subject, as_of, .. }, assessment)| {
        if let Ok(decision) = core.decide(subject, *as_of) {
            black_box(core.decisive_readings(subject, *as_of, &decision));
        }
        black_box(assessment.determination());
    });
    Ok(())
}

fn determinations(run: &mut Run, policy: &Policy, asked: &[Asked]) -> Result<(), Box<dyn Error>> {
    run.measure(FROM_NAMES, asked, |asked| {
        black_box(policy.assess(&asked.facts, asked.date).is_ok());
    });
    let determinations: Result<Vec<Determination>, _> =
        asked.iter().map(|asked| policy.assess(&asked.facts, asked.date)).collect();
    let mut json = Vec::new();
    run.measure(TO_JSON, &determinations?, |determination| {
        json.clear();
        black_box(serde_json::to_writer(&mut json, determination).is_ok());
    });
    Ok(())
}

fn policies(run: &mut Run, policy: &Policy) {
    run.measure(READINGS, &["exclusive"], |choice| {
        black_box(policy.with_readings([("at_least", *choice)]).is_ok());
    });
    run.measure(CHECK, &[policy], |policy| {
        black_box(policy.check());
    });
}

/// A run of criterion's, which remembers what it was asked to measure.
struct Run {
    criterion: Criterion,
    measured: Vec<(Id, usize)>,
}

impl Run {
    fn new() -> Self {
        let criterion = Criterion::default()
            .output_directory(Path::new(FOLDER))
            .sample_size(50)
            .warm_up_time(Duration::from_millis(500))
            .measurement_time(Duration::from_secs(3))
            .configure_from_args();
        Self { criterion, measured: Vec::new() }
    }

    /// Measures passes over all of some things.
    fn measure<T>(&mut self, id: Id, things: &[T], mut each: impl FnMut(&T)) {
        let count = things.len();
        let measured = &mut self.measured;
        let mut group = self.criterion.benchmark_group(id.group);
        group.sampling_mode(SamplingMode::Flat);
        group.throughput(Throughput::Elements(count.try_into().unwrap_or(u64::MAX)));
        group.bench_function(id.function, |bencher| {
            if !measured.contains(&(id, count)) {
                measured.push((id, count));
            }
            bencher.iter(|| black_box(things).iter().for_each(&mut each));
        });
        group.finish();
    }

    /// The table that closes the run; none where nothing was timed, as in a test run.
    fn close(self) {
        self.criterion.final_summary();
        if !std::env::args().any(|argument| argument == "--bench") {
            return;
        }
        let figures: Vec<Figure> = self
            .measured
            .into_iter()
            .filter_map(|(id, count)| Figure::read(Path::new(FOLDER), id, count).ok())
            .collect();
        println!("{}", figures::table(&figures, DECISION));
    }
}
