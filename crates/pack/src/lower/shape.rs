//! What TOML says of a file's shape, in the words of a mistake: found, expected, how to mend it.

use toml_spanner::{Error, ErrorKind, Span};

use super::sheet::{bytes, quoted};
use crate::written::CHANGES;

/// The words of a mistake.
pub(super) struct Told {
    pub(super) found: String,
    pub(super) expected: String,
    pub(super) help: String,
}

/// The errors but those that only follow from others: where a line is no TOML, the first `syntax` of
/// them say that, and the rest what it took along; behind a heading with wrong brackets keys come twice.
pub(super) fn worth_telling<'e>(
    errors: &'e [Error],
    syntax: usize,
    text: &str,
) -> impl Iterator<Item = &'e Error> {
    let counted = if syntax == 0 { errors.len() } else { syntax };
    let mut is_list_torn = false;
    errors.iter().take(counted).filter(move |error| {
        let follows = is_list_torn && is_second(error);
        is_list_torn |= is_second(error) && heading(error, text).is_some();
        !follows
    })
}

/// Whether something stands there that stood before.
fn is_second(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::RedefineAsArray { .. }
            | ErrorKind::DuplicateTable { .. }
            | ErrorKind::DuplicateKey { .. }
    )
}

/// The heading with the wrong brackets, where that is what is wrong: `[kind]` of a list.
fn heading(error: &Error, text: &str) -> Option<Span> {
    let name = if let ErrorKind::RedefineAsArray { first } = error.kind() {
        first
    } else if is_second(error) {
        error.span()
    } else {
        return None;
    };
    let (from, to) = bytes(name);
    let from = text.get(..from)?.rfind('\n').map_or(0, |at| at + 1);
    let to = to + text.get(to..)?.find('\n').unwrap_or(text.len() - to);
    text.get(from..to)?.starts_with('[').then(|| spanned(from, to))
}

/// Where an error is, and its words.
pub(super) fn told(error: &Error, text: &str) -> (Span, Told) {
    let span = heading(error, text).unwrap_or_else(|| whole(error.span(), text));
    let at = first_line(span, text);
    let told = full_width(at).unwrap_or_else(|| words(error, at, text));
    (span, told)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library may learn to say more, and says it in its own words"
)]
fn words(error: &Error, at: &str, text: &str) -> Told {
    let found = if at.is_empty() { "the end of the line".to_owned() } else { quoted(at) };
    let path = error.path().map(ToString::to_string).unwrap_or_default();
    let mend = if path.is_empty() {
        "mend this line".to_owned()
    } else {
        format!("mend {}", quoted(&path))
    };
    let kind = error.kind();
    match kind {
        ErrorKind::UnexpectedKey { .. } => Told {
            found: format!("the key {}", quoted(at)),
            expected: "a key that belongs here".to_owned(),
            help: format!("mend its name, or take it out: {}", quoted(&path)),
        },
        ErrorKind::MissingField(key) => Told {
            found: format!("no key {}", quoted(key)),
            expected: "one".to_owned(),
            help: match path.as_str() {
                "" => format!("add {} to the file", quoted(key)),
                path => format!("add {}", quoted(&format!("{path}.{key}"))),
            },
        },
        ErrorKind::UnquotedString => Told {
            found: quoted(at),
            expected: "a number, a day, true or false, or a text in quotes".to_owned(),
            help: "put a text in quotes".to_owned(),
        },
        ErrorKind::UnterminatedString(quote) => Told {
            found,
            expected: format!("the text's closing `{quote}`"),
            help: "close the quotes".to_owned(),
        },
        ErrorKind::Wanted { expected: &"a known variant", .. } => Told {
            found,
            expected: format!("`do` as one of {}", listed(&CHANGES)),
            help: "write one of these".to_owned(),
        },
        ErrorKind::Wanted { expected, .. } => brackets(at, expected).unwrap_or_else(|| Told {
            found,
            expected: plain(expected).to_owned(),
            help: mend,
        }),
        ErrorKind::RedefineAsArray { .. } => Told {
            found: format!("{}, and the same name in double brackets later", quoted(at)),
            expected: "double brackets each time: it is a list".to_owned(),
            help: format!("write {}", quoted(&format!("[{at}]"))),
        },
        ErrorKind::DuplicateTable { .. } | ErrorKind::DuplicateKey { .. }
            if at.starts_with('[') =>
        {
            Told {
                found: format!("{} after the same name", quoted(at)),
                expected: "double brackets each time, if it is a list".to_owned(),
                help: format!("write {}, or take one of the two out", quoted(&format!("[{at}]"))),
            }
        }
        ErrorKind::DuplicateTable { .. } | ErrorKind::DuplicateKey { .. } => Told {
            found: format!("{} a second time", quoted(at)),
            expected: "each key once".to_owned(),
            help: "take one of the two out".to_owned(),
        },
        ErrorKind::OutOfRange { ty, .. } => Told {
            found: quoted(at),
            expected: format!("a whole number from 0 to {}", most(ty)),
            help: mend,
        },
        ErrorKind::UnexpectedVariant { expected } | ErrorKind::UnexpectedValue { expected } => {
            Told {
                found: quoted(at),
                expected: format!("one of {}", listed(expected)),
                help: "write one of these".to_owned(),
            }
        }
        // Whatever else TOML has against a line.
        _ => {
            let message = error.message(text);
            let expected = message.split_once("expected ").map_or(&*message, |(_, rest)| rest);
            let expected = expected.split(", found").next().unwrap_or(expected);
            Told { found, expected: expected.to_owned(), help: mend }
        }
    }
}

fn listed(codes: &[&str]) -> String {
    codes.iter().map(|code| quoted(code)).collect::<Vec<_>>().join(", ")
}

/// The first line of what is wrong.
fn first_line(span: Span, text: &str) -> &str {
    let (from, to) = bytes(span);
    text.get(from..to).unwrap_or("").lines().next().unwrap_or("").trim()
}

/// What a library of bytes may end within: the whole character.
fn whole(span: Span, text: &str) -> Span {
    let (from, to) = bytes(span);
    spanned(text.floor_char_boundary(from), text.ceil_char_boundary(to))
}

fn spanned(from: usize, to: usize) -> Span {
    let bound = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(bound(from), bound(to))
}

/// Signs that Chinese keyboards write, beside those that TOML has.
const FULL_WIDTH: [(char, char); 10] = [
    ('“', '"'),
    ('”', '"'),
    ('＂', '"'),
    ('‘', '\''),
    ('＝', '='),
    ('，', ','),
    ('［', '['),
    ('］', ']'),
    ('｛', '{'),
    ('｝', '}'),
];

/// A sign of full width where TOML wants the one of half width.
fn full_width(at: &str) -> Option<Told> {
    let written = at.chars().next()?;
    let (_, meant) = FULL_WIDTH.into_iter().find(|(sign, _)| *sign == written)?;
    Some(Told {
        found: format!("`{written}`"),
        expected: format!("`{meant}`"),
        help: "TOML has signs of half width only: switch the keyboard over".to_owned(),
    })
}

/// Single brackets for a list, or double ones for what there is only one of.
fn brackets(at: &str, expected: &str) -> Option<Told> {
    let name = at.trim_matches(['[', ']']);
    let (expected, written) = match (at.starts_with("[["), at.starts_with('['), expected) {
        (true, _, "a table") => ("single brackets: there is only one", format!("[{name}]")),
        (false, true, "an array") => ("double brackets: it is a list", format!("[[{name}]]")),
        _ => return None,
    };
    Some(Told {
        found: quoted(at),
        expected: expected.to_owned(),
        help: format!("write {}", quoted(&written)),
    })
}

/// What TOML calls a value, in words.
fn plain(expected: &str) -> &str {
    match expected {
        "a string" => "a text in quotes",
        "an integer" => "a whole number without quotes",
        "a boolean" | "a bool" => "true or false, without quotes",
        "an array" => "a list in brackets",
        "a table" => "keys with their values, in braces",
        "newline" => "the end of the line",
        other => other,
    }
}

/// The greatest number of a type.
fn most(of: &str) -> u32 {
    if of == "u8" { u8::MAX.into() } else { u32::MAX }
}
