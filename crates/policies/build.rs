//! Checks each pack and writes it in the compact form that is compiled in: what is embedded can't
//! differ from the reviewed files, and a pack with a mistake doesn't build.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const PACKS: [&str; 2] = ["yuxi-2020", "beijing-universities"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for pack in PACKS {
        println!("cargo::rerun-if-changed={pack}");
        let rulebook = qiaolian_pack::load_dir(Path::new(pack))?;
        fs::write(
            Path::new(&out).join(pack).with_extension("bin"),
            postcard::to_allocvec(&rulebook)?,
        )?;
    }
    Ok(())
}
