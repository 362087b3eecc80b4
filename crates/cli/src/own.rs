//! The register's own columns: their names may repeat each other, or a name of ours.

use std::collections::HashMap;

use indexmap::IndexMap;

/// What stands before a name that collides with one of ours.
const OF_INPUT: &str = "input.";

/// A name of the register's own, told apart from these where it is one of them as it is compared.
pub(crate) fn apart_from(ours: &[&str], name: &str, compared: &str) -> String {
    if ours.contains(&compared) { format!("{OF_INPUT}{name}") } else { name.to_owned() }
}

/// Columns as the keys of an object: a name that came before gets a number.
pub(crate) fn keyed<V>(columns: impl IntoIterator<Item = (String, V)>) -> IndexMap<String, V> {
    let mut keyed = IndexMap::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for (name, value) in columns {
        let mut key = name.clone();
        while keyed.contains_key(&key) {
            let number = numbers.entry(name.clone()).or_insert(1);
            *number += 1;
            key = format!("{name}_{number}");
        }
        keyed.insert(key, value);
    }
    keyed
}

/// Columns as those of a table: a name with how many of that name came before.
pub(crate) fn numbered<V>(
    columns: impl IntoIterator<Item = (String, V)>,
) -> impl Iterator<Item = ((String, usize), V)> {
    let mut before: HashMap<String, usize> = HashMap::new();
    columns.into_iter().map(move |(name, value)| {
        let count = before.entry(name.clone()).or_default();
        let column = (name, *count);
        *count += 1;
        (column, value)
    })
}
