//! The gazetteer: `code,name,kind,county,township,aliases`, one place a line.

use std::collections::{HashMap, HashSet};

use qiaolian_core::model::{Arena, Id, KindId, PlaceId};
use qiaolian_core::policy::{Kind, Place};

use super::lists::KINDS;
use super::sheet::{Sheet, quoted};

/// The columns of `places.csv`, in this order.
const COLUMNS: [&str; 6] = ["code", "name", "kind", "county", "township", "aliases"];

/// What stands between the aliases of a place.
const BETWEEN_ALIASES: char = ';';

pub(super) fn places(
    sheet: Sheet<'_>,
    kinds: &Arena<KindId, Kind>,
    code_prefix: &str,
) -> Arena<PlaceId, Place> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(sheet.text().as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    if headers.iter().ne(COLUMNS) && !sheet.text().is_empty() {
        sheet.is_torn();
        let found = quoted(&headers.iter().collect::<Vec<_>>().join(","));
        sheet.fault(
            (0, 0),
            found,
            format!("the columns {}", quoted(&COLUMNS.join(","))),
            "write this header line",
        );
        return Arena::default();
    }
    let mut known: HashMap<String, PlaceId> = HashMap::new();
    let mut places: Vec<Place> = Vec::new();
    // Those whose county nobody knows: nothing more can be said of them.
    let mut astray: HashSet<PlaceId> = HashSet::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                sheet.is_torn();
                sheet.fault(
                    (0, 0),
                    error.to_string(),
                    "a line of comma-separated values",
                    "mend the line",
                );
                continue;
            }
        };
        let at = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0);
        let line = sheet.text().get(at..).unwrap_or("").lines().next().unwrap_or("");
        let bytes = (at, at + line.len());
        let fault = |found: String, expected: &str, help: &str| {
            sheet.fault(bytes, found, expected, help);
        };
        if record.len() != COLUMNS.len() {
            sheet.is_torn();
            let expected = format!("{} cells", COLUMNS.len());
            fault(
                format!("{} cells", record.len()),
                &expected,
                "write each, blank ones too, and quote one with a comma in it",
            );
            continue;
        }
        let mut cells = record.iter();
        let mut cell = || cells.next().unwrap_or("").trim().to_owned();
        let (code, name, kind, county, township, aliases) =
            (cell(), cell(), cell(), cell(), cell(), cell());
        // A place with a mistake stays in the list, so that what speaks of it isn't a mistake too.
        let found = kinds.find(|known| known.code == kind);
        if found.is_none() {
            sheet.is_torn();
            let (found, expected) = (quoted(&kind), "a kind of subjects.toml");
            sheet.missing_from(KINDS, bytes, found, expected, "write the code of a kind");
        }
        let digits = found.map(|(_, kind)| kind.code_digits.map_or(0, usize::from));
        if let (Some(digits), Some((_, kind))) = (digits, found)
            && (code.len() != digits || !code.bytes().all(|byte| byte.is_ascii_digit()))
        {
            sheet.is_torn();
            let expected = format!("a code of {digits} digits for a {}", kind.code);
            fault(quoted(&code), &expected, "mend the code, or the kind's `code_digits`");
        } else if !code.starts_with(code_prefix) {
            sheet.is_torn();
            let expected = format!("a code that starts with {code_prefix}");
            fault(quoted(&code), &expected, "mend the code, or `code_prefix` in policy.toml");
        }
        if name.is_empty() {
            fault("a place without a name".to_owned(), "its official name", "write the name");
        }
        let Some(kind) = found.map(|(id, _)| id).or_else(|| kinds.ids().next()) else { continue };
        if known.contains_key(&code) {
            fault(
                format!("{} a second time", quoted(&code)),
                "each code once",
                "take one of the lines out",
            );
            continue;
        }
        let Some(id) = PlaceId::new(places.len()) else {
            fault("another place".to_owned(), "at most 65,536 places", "take some out");
            break;
        };
        let earlier = |code: &str| {
            let id = known.get(code).copied()?;
            places.get(id.index()).map(|place| (id, place))
        };
        let county_id = match county.as_str() {
            "" => Some(id),
            code => earlier(code).filter(|(id, place)| place.county == *id).map(|(id, _)| id),
        };
        if county_id.is_none() {
            astray.insert(id);
            sheet.missing(
                bytes,
                quoted(&county),
                "the code of a county in an earlier line",
                "write the county's code, and list counties first",
            );
        }
        let township = match township.as_str() {
            "" => None,
            code => {
                let is_township = |id: PlaceId, place: &Place| {
                    let is_of_county = county_id.is_none_or(|county| place.county == county);
                    let is_township =
                        is_of_county && place.county != id && place.township.is_none();
                    is_township || astray.contains(&id)
                };
                let found = earlier(code).filter(|(id, place)| is_township(*id, place));
                if found.is_none() {
                    sheet.missing(
                        bytes,
                        quoted(code),
                        "the code of a township of that county in an earlier line",
                        "write the township's code, and list townships before villages",
                    );
                }
                found.map(|(id, _)| id)
            }
        };
        known.insert(code.clone(), id);
        places.push(Place {
            code,
            name,
            kind,
            county: county_id.unwrap_or(id),
            township,
            aliases: aliases
                .split(BETWEEN_ALIASES)
                .filter(|alias| !alias.is_empty())
                .map(str::to_owned)
                .collect(),
        });
    }
    Arena::new(places)
}
