//! A register as long as a country's: made-up units and places that no list has, in a city's
//! counties; one row in a hundred is a listed place or has a fault.

use std::io::{self, Write};

use qiaolian_core::policy::{Place, Rulebook};

use crate::random::Random;

/// What names are put together from.
const SYLLABLES: [&str; 20] = [
    "东", "西", "南", "北", "上", "下", "大", "小", "新", "老", "金", "银", "龙", "凤", "山", "水",
    "石", "桥", "河", "田",
];

/// Kinds as people write them, and how names of them end.
const KINDS: [(&str, &str); 8] = [
    ("village", "村委会"),
    ("社区", "社区"),
    ("村", "村民委员会"),
    ("乡镇", "镇"),
    ("school", "中学"),
    ("企业", "公司"),
    ("government_organ", "局"),
    ("市场", "市场"),
];

/// Organisations on record, with a day where there is one.
const FORMS: [&str; 5] = [",", "无,", "federation,2022-03-01", "小组,2023年5月6日", ","];

/// One row in so many is a listed place or has a fault.
const ODD: u64 = 100;

/// Writes a register of so many rows.
///
/// # Errors
/// It can't be written.
pub fn write(rows: u64, rulebook: &Rulebook, to: &mut impl Write) -> io::Result<()> {
    let mut random = Random::new(620);
    let is_county = |place: &Place| rulebook.places.of(place.county).code == place.code;
    let counties: Vec<&str> = rulebook
        .places
        .iter()
        .filter(|(_, place)| is_county(place))
        .map(|(_, place)| place.name.as_str())
        .collect();
    let mut listed = rulebook.places.iter();
    writeln!(
        to,
        "code,name,county,kind,returned_and_relatives,overseas,students,existing_form,established_on,note"
    )?;
    for row in 0..rows {
        let county = random.one_of(&counties).copied().unwrap_or_default();
        let people = random.below(60);
        if row % ODD == ODD / 2 {
            match listed.next() {
                Some((_, place)) => writeln!(to, "{},,,,{people},,,,,{row}", place.code)?,
                None => writeln!(to, ",无名,{county},school,-{people},x,,,2022-02-30,{row}")?,
            }
            continue;
        }
        let (kind, ending) = random.one_of(&KINDS).copied().unwrap_or_default();
        let form = random.one_of(&FORMS).copied().unwrap_or_default();
        let mut name = String::new();
        for _ in 0..3 {
            name.push_str(random.one_of(&SYLLABLES).copied().unwrap_or_default());
        }
        let overseas = if random.percent(30) { String::new() } else { random.below(9).to_string() };
        writeln!(
            to,
            ",{name}{ending},{county},{kind},{people},{overseas},{},{form},备注{row}",
            people / 8
        )?;
    }
    Ok(())
}
