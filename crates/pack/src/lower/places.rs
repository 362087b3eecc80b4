//! The gazetteer: `code,name,kind,county,township,aliases`, one place a line.

use std::collections::HashMap;

use qiaolian_core::model::{Arena, Id, KindId, PlaceId};
use qiaolian_core::policy::{Kind, Place};

use super::sheet::{Sheet, quoted};

/// The columns of `places.csv`, in this order.
const COLUMNS: [&str; 6] = ["code", "name", "kind", "county", "township", "aliases"];

/// What stands between the aliases of a place.
const BETWEEN_ALIASES: char = ';';

pub(super) fn places(sheet: Sheet<'_>, kinds: &Arena<KindId, Kind>) -> Arena<PlaceId, Place> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(sheet.text().as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    if headers.iter().ne(COLUMNS) && !sheet.text().is_empty() {
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
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
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
        let fault = |found: String, expected: &str, help: &str| {
            sheet.fault((at, at + line.len()), found, expected, help);
        };
        let mut cells = record.iter();
        let mut cell = || cells.next().unwrap_or("").trim().to_owned();
        let (code, name, kind, county, township, aliases) =
            (cell(), cell(), cell(), cell(), cell(), cell());
        let Some((kind, found)) = kinds.find(|known| known.code == kind) else {
            fault(quoted(&kind), "a kind of subjects.toml", "write the code of a kind");
            continue;
        };
        let digits = found.code_digits.map_or(0, usize::from);
        if code.len() != digits || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            let expected = format!("a code of {digits} digits for a {}", found.code);
            fault(quoted(&code), &expected, "mend the code, or the kind's `code_digits`");
            continue;
        }
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
        let own = if county.is_empty() { Some(id) } else { known.get(&county).copied() };
        let Some(county_id) = own else {
            fault(
                quoted(&county),
                "the code of a county in an earlier line",
                "write the county's code, and list counties first",
            );
            continue;
        };
        let township = if township.is_empty() { None } else { known.get(&township).copied() };
        known.insert(code.clone(), id);
        places.push(Place {
            code,
            name,
            kind,
            county: county_id,
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
