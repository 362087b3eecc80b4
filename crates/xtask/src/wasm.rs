//! The package for JavaScript: compiled, its glue and types made, shrunk, put together, weighed.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::run::{Failed, checkout, command, line, run};
use crate::size::{self, Bounds};
use crate::{node, rust, system};

const TARGET: &str = "wasm32-unknown-unknown";
const HELP: &str = "run `rustup target add wasm32-unknown-unknown`, or on Debian as root \
    `apt-get install rustc-web cargo-web rust-web-src`";

/// One of the two modules of the package.
struct Module {
    /// What its files are called after.
    name: &'static str,
    /// What it has beyond the smallest.
    features: &'static [&'static str],
    /// The bounds of what Debian's second Rust makes, whose standard library is compiled for size.
    second: Bounds,
    /// The same where the standard library comes compiled, for speed and with the words of its panics.
    target: Bounds,
}

/// What is held: of the first module 150 kB and 60 kB compressed. The second's bounds show growth.
const MODULES: [Module; 2] = [
    Module {
        name: "qiaolian",
        features: &[],
        second: Bounds { raw: 150_000, compressed: 60_000 },
        target: Bounds { raw: 200_000, compressed: 85_000 },
    },
    Module {
        name: "qiaolian_full",
        features: &["--features", "full"],
        second: Bounds { raw: 1_900_000, compressed: 650_000 },
        target: Bounds { raw: 2_150_000, compressed: 750_000 },
    },
];

/// Builds `bindings/wasm/pkg`.
pub(crate) fn build() -> Result<(), Failed> {
    node::packages()?;
    let package = node::folder().join("pkg");
    if package.exists() {
        fs::remove_dir_all(&package).map_err(|error| file(&package, error))?;
    }
    let folder = package.to_string_lossy();
    let make = ["run", "--quiet", "--package", "qiaolian-wasm-build", "--"];
    for module in &MODULES {
        let (compiled, bounds) = compile(module)?;
        let args = [&*compiled.to_string_lossy(), module.name, &folder];
        rust::cargo(&[&make[..], &args].concat(), &[])?;
        let made = package.join(format!("{}_bg.wasm", module.name));
        shrink(&made)?;
        size::held(&made, bounds)?;
    }
    copy(&package)?;
    size::told(&package.join("words.js"))
}

/// A module as the compiler gives it: for the target that is installed, else by Debian's second
/// Rust, which builds the standard library too.
fn compile(module: &Module) -> Result<(PathBuf, &Bounds), Failed> {
    let build = ["build", "--profile", "wasm", "--target", TARGET, "--package", "qiaolian-wasm"];
    let build = [&build[..], module.features].concat();
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let said =
        |what| line(command(&compiler, &["--print", what])).ok_or(Failed::Missing(rust::HELP));
    let targets = PathBuf::from(said("sysroot")?).join("lib").join("rustlib");
    let folder = checkout().join("target-wasm");
    let bounds = if targets.join(TARGET).exists() {
        let variables = [("CARGO_TARGET_DIR", &*folder.to_string_lossy())];
        rust::cargo(&[&build[..], &["--quiet"]].concat(), &variables)?;
        &module.target
    } else {
        let (rustc, cargo) = second_rust()?;
        let linker = targets.join(said("host-tuple")?).join("bin").join("rust-lld");
        let mut command = command(cargo, &build);
        command
            .args(["--quiet", "-Z", "build-std=std,panic_abort"])
            .args(["-Z", "build-std-features=optimize_for_size"])
            .env("RUSTC", rustc)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", &folder)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS);
        run(command, HELP)?;
        &module.second
    };
    Ok((folder.join(TARGET).join("wasm").join("qiaolian_wasm.wasm"), bounds))
}

/// A panic only stops: no message, no place in the source.
const FLAGS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// The compiler and cargo of Debian's second Rust.
fn second_rust() -> Result<(String, String), Failed> {
    let find = || {
        system::file_of("rust-web-src", "/library/std/Cargo.toml")?;
        let rustc = system::file_of("rustc-web", "bin/rustc")?;
        Some((rustc, system::file_of("cargo-web", "bin/cargo")?))
    };
    system::ensure(find, &["rustc-web", "cargo-web", "rust-web-src"], HELP)
}

/// Shrinks a module in its place.
fn shrink(module: &Path) -> Result<(), Failed> {
    let options = [
        "--flatten",
        "--rereloop",
        "-Oz",
        // Nothing lies at the lowest addresses.
        "--low-memory-unused",
        // Larger ones are fewer bytes where they stand alone, once they are compressed.
        "--one-caller-inline-max-function-size=30",
        "-Oz",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
        "--output",
    ];
    let mut shrink = node::program("node_modules/binaryen/bin/wasm-opt", &options);
    shrink.arg(module).arg(module);
    run(shrink, node::HELP)
}

/// Copies what is written by hand.
fn copy(package: &Path) -> Result<(), Failed> {
    let written = node::folder().join("js");
    let entries = fs::read_dir(&written).map_err(|error| file(&written, error))?;
    let scripts = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let others = ["LICENSE-MIT", "LICENSE-APACHE"].map(|name| checkout().join(name));
    for from in scripts.chain(others).chain([node::folder().join("README.md")]) {
        let to = package.join(from.file_name().unwrap_or_default());
        fs::copy(&from, to).map_err(|error| file(&from, error))?;
    }
    Ok(())
}

fn file(path: &Path, error: std::io::Error) -> Failed {
    Failed::File { path: path.into(), error }
}
