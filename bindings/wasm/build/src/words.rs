//! The words of the built-in policies as a JavaScript module, so that whatever loads modules loads
//! them: pages, Node and bundlers alike.

use std::error::Error;

use qiaolian::{Policy, texts_of};

/// `words.js`.
pub(crate) fn module() -> Result<String, Box<dyn Error>> {
    let mut module = "const words = {\n".to_owned();
    for id in Policy::built_in_ids() {
        let lines = texts_of(id).ok_or("a built-in policy without texts")?;
        module +=
            &format!("  {}: {},\n", serde_json::to_string(id)?, serde_json::to_string(lines)?);
    }
    module += "};\nexport const wordsOf = (id) => words[id];\n";
    Ok(module)
}
