//! `qiaolian-wasm-build MODULE.wasm NAME FOLDER`: the generated half of the npm package, the glue of one
//! module under its name. The other half, written by hand, stands in `js`.

mod codes;
mod types;
mod words;

use std::error::Error;
use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args_os().skip(1);
    let all = (args.next(), args.next(), args.next(), args.next());
    let (Some(module), Some(name), Some(folder), None) = all else {
        return Err("usage: qiaolian-wasm-build MODULE.wasm NAME FOLDER".into());
    };
    let folder = Path::new(&folder);
    Bindgen::new()
        .input_path(Path::new(&module))
        .web(true)?
        .typescript(true)
        // The entry points, written by hand, know where the module is.
        .omit_default_module_path(true)
        .out_name(&name.to_string_lossy())
        .generate(folder)?;
    fs::write(folder.join("types.d.ts"), types::declarations()?)?;
    fs::write(folder.join("words.js"), words::module()?)?;
    Ok(())
}
