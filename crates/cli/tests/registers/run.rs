//! One register through the command line.

use std::error::Error;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

/// What came of it.
#[derive(Clone, Debug)]
pub struct Ran {
    /// The exit status.
    pub exit: Option<i32>,
    /// The one object that went out; null where none did.
    pub output: Value,
    /// What people were told.
    pub told: String,
    /// The receipt; null where none was written.
    pub receipt: Value,
}

/// Assesses a file as of a day in the tests' past, with more arguments.
pub fn assess(file: &Path, more: &[&str]) -> Result<Ran, Box<dyn Error>> {
    let kept = tempfile::tempdir()?;
    let receipt = kept.path().join("receipt.json");
    let mut command = Command::new(env!("CARGO_BIN_EXE_qiaolian"));
    command.current_dir(file.parent().ok_or("a file in a folder")?);
    command.arg("assess").arg(file.file_name().ok_or("a file")?);
    command.args(["--as-of", "2023-11-15", "--format", "json", "--receipt"]).arg(&receipt);
    let ran = command.args(more).output()?;
    let parsed = |text: &[u8]| match text {
        b"" => Ok(Value::Null),
        text => serde_json::from_slice(text),
    };
    Ok(Ran {
        exit: ran.status.code(),
        output: parsed(&ran.stdout)?,
        told: String::from_utf8(ran.stderr)?,
        receipt: parsed(&fs::read(&receipt).unwrap_or_default())?,
    })
}

/// Assesses a register given as text.
pub fn assess_text(name: &str, register: impl AsRef<[u8]>) -> Result<Ran, Box<dyn Error>> {
    let kept = tempfile::tempdir()?;
    let file = kept.path().join(name);
    fs::write(&file, register)?;
    assess(&file, &[])
}

/// The members of a field that is a list, none where it isn't one.
pub fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
