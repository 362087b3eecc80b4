//! Facts of a check's input by their paths, `leadership.members[0].time`.

use serde_json::Value;

/// A step of a path.
enum Part<'p> {
    Name(&'p str),
    At(usize),
}

fn parts(path: &str) -> Vec<Part<'_>> {
    let names = path.split('.').flat_map(|name| {
        let mut pieces = name.split('[');
        let name = pieces.next().map(Part::Name);
        let at = pieces.filter_map(|at| Some(Part::At(at.strip_suffix(']')?.parse().ok()?)));
        name.into_iter().chain(at)
    });
    names.collect()
}

/// Puts a value at a path; objects on the way are made, arrays have to be there.
pub fn put(whole: &mut Value, path: &str, value: Value) {
    let place = parts(path).into_iter().try_fold(whole, |inner, part| match part {
        Part::Name(name) => {
            if inner.is_null() {
                *inner = Value::Object(serde_json::Map::new());
            }
            Some(inner.as_object_mut()?.entry(name).or_insert(Value::Null))
        }
        Part::At(at) => inner.get_mut(at),
    });
    if let Some(place) = place {
        *place = value;
    }
}

/// The value at a path; null where there is none.
pub fn get<'v>(whole: &'v Value, path: &str) -> &'v Value {
    parts(path).into_iter().fold(whole, |inner, part| match part {
        Part::Name(name) => inner.get(name).unwrap_or(&Value::Null),
        Part::At(at) => inner.get(at).unwrap_or(&Value::Null),
    })
}

/// The path without the places in lists.
pub fn unnumbered(path: &str) -> String {
    let mut pieces = path.split('[');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |whole, piece| match piece.split_once(']') {
        Some((_, rest)) => whole + "[]" + rest,
        None => whole + piece,
    })
}

/// Whether the shape that a JSON Schema describes has such a path.
pub fn is_in_shape(schema: &Value, path: &str) -> bool {
    parts(path)
        .into_iter()
        .try_fold(schema, |inner, part| {
            let inner = resolved(schema, inner);
            match part {
                Part::Name(name) => inner["properties"]
                    .get(name)
                    .or_else(|| inner.get("additionalProperties").filter(|open| open.is_object())),
                Part::At(_) => inner.get("items"),
            }
        })
        .is_some()
}

/// A schema behind its reference, and behind "or null".
fn resolved<'s>(whole: &'s Value, schema: &'s Value) -> &'s Value {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/")) {
        return whole["$defs"].get(name).map_or(schema, |found| resolved(whole, found));
    }
    let of_ways = schema["anyOf"].as_array().into_iter().flatten();
    let mut known = of_ways.filter(|way| way["type"] != "null");
    known.next().map_or(schema, |way| resolved(whole, way))
}

#[test]
fn a_path_is_put_found_and_named() {
    let mut whole = serde_json::json!({"leadership": {"members": [{}, {}]}});
    put(&mut whole, "leadership.members[1].time", "part_time".into());
    put(&mut whole, "platform.levels.county.federation", true.into());
    assert_eq!(whole["leadership"]["members"][1]["time"], "part_time");
    assert_eq!(*get(&whole, "platform.levels.county.federation"), true);
    assert_eq!(unnumbered("leadership.members[1].time"), "leadership.members[].time");
    let policy = qiaolian::Policy::yuxi_2020();
    let schema = qiaolian::schema("case", &policy).unwrap();
    for (path, is_there) in [
        ("leadership.members[1].time", true),
        ("platform.levels.county.groups.liaison", true),
        ("subject.existing_form", true),
        ("leadership.cadre.designated", true),
        ("leadership.cadre", true),
        ("leadership.members.time", false),
        ("leadership.member[1].time", false),
        ("subject.form", false),
        ("office.approved.on", false),
    ] {
        assert_eq!(is_in_shape(&schema, path), is_there, "{path}");
    }
}
