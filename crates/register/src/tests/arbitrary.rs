//! Whatever the bytes are, reading ends and says why.

use proptest::prelude::*;

use super::{Told, read};
use crate::Format;

fn is_sound(told: &Told) -> bool {
    told.read == told.rows.len() as u64 && told.skipped <= told.read
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for format in Format::ALL {
            prop_assert!(is_sound(&read(format, &bytes)));
        }
        read(Format::detect(&bytes), &bytes);
    }

    #[test]
    fn arbitrary_bytes_below_a_header_never_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let csv = [b"code,name,x\n".as_slice(), &bytes].concat();
        prop_assert!(is_sound(&read(Format::Csv, csv)));
        let json = [b"[{\"name\":\"".as_slice(), &bytes, b"\"}]"].concat();
        prop_assert!(is_sound(&read(Format::Json, json)));
    }

    #[test]
    fn signs_that_mean_something_never_panic(
        csv in "(code|name|合计|,|\"|\n|\r|a| |\u{feff}|\u{0}){0,60}",
        json in "(\\[|\\]|\\{|\\}|\"name\"|\"code\"|\"|:|,|1|null|true|\\\\|u|d800|\n| |é|\r){0,60}",
    ) {
        prop_assert!(is_sound(&read(Format::Csv, csv)));
        for text in [json.clone(), format!("[{json}"), format!("[{{{json}}}]")] {
            prop_assert!(is_sound(&read(Format::Json, &text)));
            prop_assert!(is_sound(&read(Format::Jsonl, &text)));
        }
    }

    /// A file of records is the same register in each format.
    #[test]
    fn formats_agree(rows in prop::collection::vec(("[a甲 ]{1,4}", "[b乙]{1,4}"), 0..8)) {
        let csv: String = rows.iter().map(|(a, b)| format!("{a},{b}\n")).collect();
        let objects: Vec<String> =
            rows.iter().map(|(a, b)| format!("{{\"name\":\"{a}\",\"x\":\"{b}\"}}")).collect();
        let csv = read(Format::Csv, format!("name,x,code\n{csv}"));
        let json = read(Format::Json, format!("[\n{}]", objects.join(",\n")));
        let lines = read(Format::Jsonl, format!("\n{}", objects.join("\n")));
        prop_assert_eq!(csv.rows, json.rows);
        prop_assert_eq!(lines.rows.len(), rows.len() + 1);
        prop_assert!(csv.error.is_none() && json.error.is_none() && lines.error.is_none());
    }
}
