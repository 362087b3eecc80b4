//! How long the command line takes for a register as long as a country's, beside a plain copy of it
//! through the csv crate, and beside reading it alone, and how much memory: `cargo bench -p qiaolian-benches --bench scale`.

use std::error::Error;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use comfy_table::Table;
use comfy_table::presets::UTF8_BORDERS_ONLY;
use csv::{ByteRecord, Reader, Writer};
use qiaolian::Policy;
use qiaolian_benches::register;
use qiaolian_register::{Entry, Format};
use qiaolian_resolve::{Options, Resolver, Seen};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// As many as China has villages.
const ROWS: u64 = 620_000;

/// How often each is run; the fastest run counts.
const RUNS: usize = 3;

/// The argument by which this program copies a file and does nothing else.
const COPY: &str = "copy-csv";

/// The argument by which it reads a register, resolves its names and codes, and does nothing else.
const READ: &str = "read-register";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().collect();
    if let [_, what, from, to] = &args[..]
        && what == COPY
    {
        return copy(from.as_ref(), to.as_ref());
    }
    if let [_, what, from] = &args[..]
        && what == READ
    {
        return read(from.as_ref());
    }
    let folder = tempfile::tempdir()?;
    let input = folder.path().join("register.csv");
    let output = folder.path().join("answers.csv");
    let rejects = folder.path().join("rejects.csv");
    let policy = Policy::yuxi_2020();
    register::write(ROWS, policy.core().rulebook(), &mut BufWriter::new(File::create(&input)?))?;

    let copied = || {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(COPY).arg(&input).arg(&output);
        Result::Ok(command)
    };
    let read = || {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(READ).arg(&input);
        Result::Ok(command)
    };
    let program = program()?;
    let assessed = || {
        let mut command = Command::new(&program);
        command.args(["assess", "--as-of", "2023-11-15", "--output"]).arg(&output);
        command.arg("--rejects").arg(&rejects).arg(&input);
        command
    };
    let sensitivity = || {
        let mut command = Command::new(&program);
        let asked = ["sensitivity", "--as-of", "2023-11-15", "--format", "table", "--output"];
        command.args(asked).arg(folder.path().join("sensitivity.txt")).arg(&input);
        command
    };
    let runs = [
        ("copy through the csv crate, one core", fastest(&on_one_core(&copied()?), 0)?),
        ("assess, one core", fastest(&on_one_core(&assessed()), 1)?),
        ("assess, as many cores as there are", fastest(&all_cores(&assessed()), 1)?),
        ("reading alone, one core", fastest(&on_one_core(&read()?), 0)?),
        // All readings, each two of them, and each subject's margin: within twice the line above.
        ("sensitivity, reading included, one core", fastest(&on_one_core(&sensitivity()), 1)?),
    ];
    let mut table = Table::new();
    table.load_style(UTF8_BORDERS_ONLY);
    table.set_header(["", "seconds", "rows a second", "to the copy", "memory at most"]);
    let [(_, copy), ..] = &runs;
    for (what, run) in &runs {
        let seconds = run.time.as_secs_f64();
        table.add_row([
            (*what).to_owned(),
            format!("{seconds:.2}"),
            format!("{:.0}", 620_000.0 / seconds),
            format!("{:.1}", seconds / copy.time.as_secs_f64()),
            format!("{} MB", run.memory_kb / 1000),
        ]);
    }
    println!("{ROWS} rows, {} MB in, {} MB out", megabytes(&input)?, megabytes(&output)?);
    println!("{table}");
    Ok(())
}

fn megabytes(path: &Path) -> Result<u64> {
    Ok(fs::metadata(path)?.len() / 1_000_000)
}

/// Copies a file row by row.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, File::open(from)?));
    let mut writer = Writer::from_writer(BufWriter::with_capacity(1 << 16, File::create(to)?));
    writer.write_byte_record(reader.byte_headers()?)?;
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        writer.write_byte_record(&record)?;
    }
    Ok(writer.flush()?)
}

/// Reads a register as the command line does, up to the subject that each row is.
fn read(from: &Path) -> Result<()> {
    let policy = Policy::yuxi_2020();
    let core = policy.core();
    let resolver = Resolver::new(core.rulebook());
    let file = BufReader::with_capacity(1 << 16, File::open(from)?);
    let options = qiaolian_register::Options::default();
    let mut rows = qiaolian_register::open_with(file, Format::Csv, &options, core.rulebook())?;
    let (known, mut seen) = (Options::default(), Seen::default());
    while let Some(entry) = rows.next_row()? {
        if let Entry::Row(row) = entry {
            let found = resolver.resolve(core, &row.record, &known);
            // What is wrong with some rows is read with them.
            let _ = black_box(seen.note(found, &row.record));
        }
    }
    Ok(())
}

/// The command line, built as it is released.
fn program() -> Result<PathBuf> {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--release", "--package", "qiaolian-cli", "--message-format", "json"])
        .stderr(Stdio::inherit())
        .output()?;
    let said = String::from_utf8(built.stdout)?;
    let messages = said.lines().map(serde_json::from_str::<serde_json::Value>);
    let programs = messages.filter_map(std::result::Result::ok);
    let path = |message: &serde_json::Value| message.get("executable")?.as_str().map(PathBuf::from);
    let paths: Vec<PathBuf> = programs.filter_map(|message| path(&message)).collect();
    paths.into_iter().next_back().ok_or_else(|| "the command line can't be built".into())
}

/// How a run went.
struct Run {
    time: Duration,
    memory_kb: u64,
}

/// A command as a list of words.
fn words(command: &Command) -> Vec<std::ffi::OsString> {
    let program = command.get_program().to_owned();
    std::iter::once(program).chain(command.get_args().map(ToOwned::to_owned)).collect()
}

fn all_cores(command: &Command) -> Vec<std::ffi::OsString> {
    words(command)
}

fn on_one_core(command: &Command) -> Vec<std::ffi::OsString> {
    let pinned = ["taskset", "-c", "0"].map(Into::into);
    pinned.into_iter().chain(words(command)).collect()
}

/// The fastest of some runs, which all have to end with this status.
fn fastest(words: &[std::ffi::OsString], status: i32) -> Result<Run> {
    let mut best: Option<Run> = None;
    for _ in 0..RUNS {
        let [program, args @ ..] = words else { return Err("no program".into()) };
        let began = Instant::now();
        let mut child = Command::new(program).args(args).stderr(Stdio::null()).spawn()?;
        let mut memory_kb = 0;
        let ended = loop {
            memory_kb = most_memory(child.id()).unwrap_or(0).max(memory_kb);
            if let Some(ended) = child.try_wait()? {
                break ended;
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        let run = Run { time: began.elapsed(), memory_kb };
        if ended.code() != Some(status) {
            return Err(format!("{program:?} ended with {ended}").into());
        }
        if best.as_ref().is_none_or(|best| run.time < best.time) {
            best = Some(run);
        }
    }
    best.ok_or_else(|| "nothing was run".into())
}

/// The most memory that a process has had, in kB, as Linux tells it.
fn most_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}
