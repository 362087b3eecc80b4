//! The JSON Schemas are made from the types; the committed ones say the same.

use std::fs;

use qiaolian::{Policy, SCHEMAS, schema};
use qiaolian_tests::folder;

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let bless = std::env::var_os("QIAOLIAN_BLESS").is_some();
    let policy = Policy::yuxi_2020();
    let schemas = folder().join("schemas");
    for name in SCHEMAS {
        let path = schemas.join(name).with_extension("json");
        let made = serde_json::to_string_pretty(&schema(name, &policy).unwrap()).unwrap() + "\n";
        if bless {
            fs::create_dir_all(&schemas).unwrap();
            fs::write(&path, &made).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap();
        assert_eq!(made, committed, "`cargo xtask bless` writes {} anew", path.display());
    }
    let entries = fs::read_dir(&schemas).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some()).count();
    assert_eq!(files, SCHEMAS.len(), "a schema that nothing makes any more");
}
