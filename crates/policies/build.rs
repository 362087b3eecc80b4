//! Checks each pack and writes it in the compact form that is compiled in: what is embedded can't
//! differ from the reviewed files, and a pack with a mistake doesn't build. Rules and texts are
//! written apart, so that a surface where size counts can load the texts by itself.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use qiaolian_core::policy::Text;

const PACKS: [&str; 2] = ["yuxi-2020", "beijing-universities"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let write = |name: String, bytes: Vec<u8>| fs::write(Path::new(&out).join(name), bytes);
    for pack in PACKS {
        println!("cargo::rerun-if-changed={pack}");
        let mut rulebook = qiaolian_pack::load_dir(Path::new(pack))?;
        let texts = rulebook.take_texts();
        write(format!("{pack}.rules"), rulebook.to_bytes())?;
        write(format!("{pack}.texts"), lines(&texts)?.into_bytes())?;
        let texts = rulebook.checks.take_texts();
        write(format!("{pack}.checks"), rulebook.checks.to_bytes())?;
        write(format!("{pack}.checks-texts"), lines(&texts)?.into_bytes())?;
    }
    Ok(())
}

/// Texts as lines, Chinese and English in turn.
fn lines(texts: &[Text]) -> Result<String, Box<dyn Error>> {
    let texts: Vec<&str> = texts.iter().flat_map(|text| [&*text.zh, &*text.en]).collect();
    match texts.iter().find(|text| text.contains('\n')) {
        Some(text) => Err(format!("a text of more than one line: {text}").into()),
        None => Ok(texts.join("\n")),
    }
}
