//! How many rows a second whole columns are answered with, on one core, beside a copy of the same
//! bytes: `cargo bench -p qiaolian-benches --bench columns`.
//!
//! `QIAOLIAN_ROWS=100000000` says up to how many rows growth is looked at; a policy's answers to
//! more rows than a batch has are made batch by batch, as whoever reads a stream does.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use comfy_table::presets::UTF8_BORDERS_ONLY;
use comfy_table::{CellAlignment, Table};
use qiaolian::Policy;
use qiaolian_benches::columns::{bytes_in, bytes_out, filled};
use qiaolian_core::columns::{Answers, Columns, Instructions};
use qiaolian_core::model::AsOf;
use qiaolian_core::policy::Policy as Core;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How many rows are answered in one call: more than any cache holds.
const BATCH: usize = 1 << 22;

/// How many are when what is measured should stay in the second cache.
const SMALL_BATCH: usize = 1 << 13;

/// How often each is run; the fastest run counts.
const RUNS: usize = 9;

/// Up to how many rows growth is looked at, unless the variable says otherwise.
const MOST: usize = 10_000_000;

fn main() -> Result<()> {
    let policy = Policy::yuxi_2020();
    let core = policy.core();
    let date = NaiveDate::from_ymd_opt(2023, 11, 15).ok_or("a day")?;
    let as_of = AsOf { date, due_soon_days: core.rulebook().due_soon_days };
    let mut table = Table::new();
    table.load_style(UTF8_BORDERS_ONLY);
    table.set_header(["", "rows in a call", "million rows a second", "GB a second", "of the copy"]);
    for rows in [SMALL_BATCH, BATCH] {
        measure(core, as_of, rows, &mut table)?;
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    println!("{table}");
    let most = std::env::var("QIAOLIAN_ROWS").ok().and_then(|rows| rows.parse().ok());
    println!("{}", growth(core, as_of, most.unwrap_or(MOST))?);
    Ok(())
}

fn measure(core: &Core, as_of: AsOf, rows: usize, table: &mut Table) -> Result<()> {
    let filled = filled(core, rows, 2020);
    let columns = filled.columns();
    let mut answers = core.decide_columns(&columns, as_of)?;
    let (taken, given) = (bytes_in(&columns), bytes_out(&answers));
    let (from, mut to) = (vec![1u8; taken + given], vec![0u8; taken + given]);
    let passes = (BATCH / rows).max(1);
    let mut fastest = [Duration::MAX; 3];
    for _ in 0..RUNS {
        let copy = timed(passes, || {
            black_box(&mut to).copy_from_slice(black_box(&from));
            Ok(())
        })?;
        let best = timed(passes, || {
            into(core, &columns, as_of, Instructions::BestOfMachine, &mut answers)
        })?;
        let plain =
            timed(passes, || into(core, &columns, as_of, Instructions::AsCompiled, &mut answers))?;
        for (fastest, run) in fastest.iter_mut().zip([copy, best, plain]) {
            *fastest = run.min(*fastest);
        }
    }
    let names = ["copy of the same bytes", "all answers", "all answers, instructions as compiled"];
    let [copy, ..] = fastest;
    let total = (rows * passes) as f64;
    let bytes = ((taken + given) * passes) as f64;
    for (name, time) in names.into_iter().zip(fastest) {
        let seconds = time.as_secs_f64();
        table.add_row([
            name.to_owned(),
            rows.to_string(),
            format!("{:.0}", total / seconds / 1e6),
            format!("{:.1}", bytes / seconds / 1e9),
            format!("{:.0} %", 100.0 * copy.as_secs_f64() / seconds),
        ]);
    }
    println!(
        "{rows} rows: {:.1} bytes in, {:.1} out a row",
        taken as f64 / rows as f64,
        given as f64 / rows as f64
    );
    Ok(())
}

fn timed(passes: usize, mut run: impl FnMut() -> Result<()>) -> Result<Duration> {
    let began = Instant::now();
    for _ in 0..passes {
        run()?;
    }
    Ok(began.elapsed())
}

fn into(
    core: &Core,
    columns: &Columns<'_>,
    as_of: AsOf,
    instructions: Instructions,
    answers: &mut Answers,
) -> Result<()> {
    core.decide_columns_into(black_box(columns), as_of, instructions, black_box(answers))?;
    Ok(())
}

/// How long ever more rows take, batch by batch.
fn growth(core: &Core, as_of: AsOf, most: usize) -> Result<Table> {
    let mut table = Table::new();
    table.load_style(UTF8_BORDERS_ONLY);
    table.set_header(["rows", "seconds", "nanoseconds a row", "memory at most"]);
    let filled = filled(core, BATCH.min(most), 2020);
    let whole = filled.columns();
    let mut answers = Answers::default();
    let mut rows = 10_000;
    while rows <= most {
        let mut fastest = Duration::MAX;
        for _ in 0..3 {
            let began = Instant::now();
            let mut left = rows;
            while left > 0 {
                let batch = left.min(whole.rows());
                let part = first(&whole, batch);
                into(core, &part, as_of, Instructions::BestOfMachine, &mut answers)?;
                left -= batch;
            }
            fastest = fastest.min(began.elapsed());
        }
        let seconds = fastest.as_secs_f64();
        table.add_row([
            rows.to_string(),
            format!("{seconds:.5}"),
            format!("{:.2}", seconds * 1e9 / rows as f64),
            format!("{} MB", most_memory().unwrap_or_default() / 1000),
        ]);
        rows *= 10;
    }
    for column in table.column_iter_mut() {
        column.set_cell_alignment(CellAlignment::Right);
    }
    Ok(table)
}

/// The first rows of some columns.
fn first<'c>(columns: &Columns<'c>, rows: usize) -> Columns<'c> {
    fn values<'c, T>(
        column: qiaolian_core::columns::Nullable<'c, T>,
        rows: usize,
    ) -> qiaolian_core::columns::Nullable<'c, T> {
        qiaolian_core::columns::Nullable {
            values: column.values.get(..rows).unwrap_or_default(),
            ..column
        }
    }
    Columns {
        kind: columns.kind.get(..rows).unwrap_or_default(),
        groups: columns.groups.map(|group| group.map(|group| values(group, rows))),
        total: columns.total.map(|column| values(column, rows)),
        presumed_form: columns.presumed_form.map(|column| values(column, rows)),
        existing_form: columns.existing_form.map(|column| values(column, rows)),
        established_on: columns.established_on.map(|column| values(column, rows)),
        ..*columns
    }
}

/// The most memory that this process has had, in kB, as Linux tells it.
fn most_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}
