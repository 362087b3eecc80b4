//! Small files that are huge once they are unpacked: refused, and without the memory.

use std::process::Command;

use crate::manifest::broken_folder;

/// How much memory the command may ask for, in KiB: less than either file would take.
#[cfg(target_os = "linux")]
const MEMORY: u32 = 160 << 10;

#[test]
fn the_files_are_small_and_say_that_they_are_huge() {
    for (name, most, unpacked) in
        [("unzip-bomb.xlsx", 50_000, 5 << 30), ("unzip-bomb-of-one-part.xlsx", 40_000, 32u64 << 20)]
    {
        let file = std::fs::File::open(broken_folder().join(name)).unwrap();
        assert!(file.metadata().unwrap().len() < most, "{name}");
        let mut archive = zip::ZipArchive::new(file).unwrap();
        let sizes = (0..archive.len()).map(|at| archive.by_index_raw(at).unwrap().size());
        let sum: u64 = sizes.collect::<Vec<_>>().into_iter().sum();
        assert!(sum > unpacked, "{name}: {sum}");
    }
}

/// A shell sets the limit and becomes the command.
#[cfg(target_os = "linux")]
#[test]
fn a_bomb_is_refused_with_little_memory() {
    let assess = |name: &str| {
        Command::new("sh")
            .arg("-c")
            .arg(format!(
                "ulimit -v {MEMORY} && exec \"$0\" assess \"$1\" --as-of 2023-11-15 --lang en"
            ))
            .arg(env!("CARGO_BIN_EXE_qiaolian"))
            .arg(broken_folder().join(name))
            .output()
            .unwrap()
    };
    let told = |name| String::from_utf8_lossy(&assess(name).stderr).into_owned();
    assert_eq!(assess("formulas-calculated.xlsx").status.code(), Some(0), "the limit leaves room");
    for (name, limit) in [
        ("unzip-bomb.xlsx", "expected 256 MiB at most"),
        ("unzip-bomb-of-one-part.xlsx", "expected 16 MiB at most"),
    ] {
        assert_eq!(assess(name).status.code(), Some(2), "{}", told(name));
        let told = told(name);
        assert!(told.contains(limit) && told.ends_with("[too_large]\n"), "{told}");
    }
}
