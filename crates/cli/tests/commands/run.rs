//! The command line, run in the folder of the registers.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use qiaolian_tests::folder;
use serde_json::Value;

/// A register's columns, the English name and the Chinese one.
pub const COLUMNS: [(&str, &str); 14] = [
    ("code", "代码"),
    ("name", "名称"),
    ("county", "县区"),
    ("township", "乡镇街道"),
    ("kind", "类型"),
    ("returned_and_relatives", "归侨侨眷"),
    ("overseas", "海外侨胞"),
    ("students", "留学人员"),
    ("total", "合计"),
    ("key_area", "重点侨务地区"),
    ("existing_form", "现有组织"),
    ("established_on", "成立日期"),
    ("conditions_met", "具备条件"),
    ("exception_agreed", "例外已研究同意"),
];

/// What goes wrong in a helper goes to its test.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What a run gave.
#[derive(Debug)]
pub struct Ran {
    /// The exit status.
    pub exit: Option<i32>,
    /// What went out.
    pub out: String,
    /// What people were told beside it.
    pub told: String,
}

/// The folder of the registers.
pub fn registers() -> PathBuf {
    folder().join("registers")
}

/// The command line there, with its arguments separated by spaces.
pub fn command(arguments: &str) -> Result<Command> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qiaolian"));
    command.current_dir(registers()).env_remove("NO_COLOR");
    command.args(arguments.split_whitespace());
    Ok(command)
}

/// Runs it.
pub fn run(arguments: &str) -> Result<Ran> {
    ran(command(arguments)?)
}

/// Runs it with something on standard input.
pub fn run_with(arguments: &str, input: impl Into<Vec<u8>>) -> Result<Ran> {
    let mut command = command(arguments)?;
    command.write_stdin(input);
    ran(command)
}

fn ran(mut command: Command) -> Result<Ran> {
    let ran = command.output()?;
    Ok(Ran {
        exit: ran.status.code(),
        out: String::from_utf8(ran.stdout)?,
        told: String::from_utf8(ran.stderr)?,
    })
}

/// The one object that a run gave.
pub fn json(arguments: &str) -> Result<Value> {
    Ok(serde_json::from_str(&run(arguments)?.out)?)
}

/// The objects that a run gave, one a line.
pub fn lines(arguments: &str) -> Result<Vec<Value>> {
    parsed(&run(arguments)?.out)
}

/// The objects of a text, one a line.
pub fn parsed(lines: &str) -> Result<Vec<Value>> {
    Ok(lines.lines().map(serde_json::from_str).collect::<std::result::Result<_, _>>()?)
}

/// One part of a workbook, as text.
pub fn part(file: &Path, name: &str) -> Result<String> {
    let mut archive = zip::ZipArchive::new(fs::File::open(file)?)?;
    Ok(std::io::read_to_string(archive.by_name(name)?)?)
}
