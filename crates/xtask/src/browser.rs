//! The package for JavaScript: in Node, in a real browser, bundled, and its types.

use crate::run::{Failed, command, line, run};
use crate::{node, system, wasm};

const HELP: &str = "install Chromium and a font with Chinese (on Debian: apt-get install chromium \
    fonts-noto-cjk)";

/// Builds the package and runs its tests.
pub(crate) fn tests() -> Result<(), Failed> {
    let find =
        || line(command("sh", &["-c", "command -v chromium || command -v chromium-browser"]));
    let browser = system::ensure(find, &["chromium", "fonts-noto-cjk"], HELP)?;
    wasm::build()?;
    run(
        node::program("node_modules/typescript/bin/tsc", &["--project", "tests/types"]),
        node::HELP,
    )?;
    let mut tests = node::in_folder("node", &["--test", "--test-reporter=dot", "tests/"]);
    tests.env("CHROMIUM", browser);
    run(tests, node::HELP)
}
