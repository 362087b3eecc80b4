//! A register to fill in: a county's places are all there, and whatever it offers to choose is read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use serde_json::Value;
use tempfile::TempDir;

use crate::run::{COLUMNS, Result, command, lines, parsed, part};

/// A template in a folder of its own.
struct Template {
    folder: TempDir,
}

impl Template {
    fn of(county: &str, lang: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut template = command(&format!("template --county {county} --lang {lang} --output"))?;
        template.arg(folder.path().join("template.xlsx")).assert().code(0);
        Ok(Self { folder })
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("template.xlsx")
    }

    fn sheet(&self) -> Result<Range<Data>> {
        let mut book: Xlsx<_> = open_workbook(self.file())?;
        Ok(book.worksheet_range_at(0).ok_or("a sheet")??)
    }

    fn headers(&self) -> Result<Vec<String>> {
        Ok(self.sheet()?.headers().ok_or("a header")?)
    }

    /// The choices of the drop-down lists, by column.
    fn choices(&self) -> Result<BTreeMap<usize, Vec<String>>> {
        let xml = part(&self.file(), "xl/worksheets/sheet1.xml")?;
        let lists = xml.split("<dataValidation type=\"list\"").skip(1).map(|list| {
            let between = |from: &str, until: &str| -> Result<String> {
                let (_, rest) = list.split_once(from).ok_or("its beginning")?;
                Ok(rest.split_once(until).ok_or("its end")?.0.to_owned())
            };
            let column = between("sqref=\"", "2:")?.bytes().next().ok_or("a column")?;
            let choices = between("<formula1>\"", "\"</formula1>")?;
            Ok((usize::from(column - b'A'), choices.split(',').map(str::to_owned).collect()))
        });
        lists.collect()
    }
}

/// The answers to a file, of which every row has to be read.
fn assessed(file: &Path) -> Result<Vec<Value>> {
    let ran = command("assess --as-of 2023-11-15 --format jsonl")?.arg(file).assert().code(0);
    parsed(&String::from_utf8(ran.get_output().stdout.clone())?)
}

fn codes(answers: &[Value]) -> BTreeSet<String> {
    answers.iter().filter_map(|answer| answer["code"].as_str().map(str::to_owned)).collect()
}

#[test]
fn the_templates_of_all_counties_list_every_place_once_and_are_read_as_they_are() {
    let all = lines("assess --as-of 2023-11-15 --format jsonl").unwrap();
    let counties: BTreeSet<&str> =
        all.iter().filter_map(|place| place["county"].as_str()).collect();
    assert_eq!((all.len(), counties.len()), (803, 9));
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for county in counties {
        let expected: Vec<Value> =
            all.iter().filter(|place| place["county"] == county).cloned().collect();
        let found = assessed(&Template::of(county, "zh").unwrap().file()).unwrap();
        assert_eq!(found.len(), expected.len(), "{county}");
        assert_eq!(codes(&found), codes(&expected), "{county}");
        for place in found {
            let warnings = place["warnings"].as_array().unwrap();
            assert!(warnings.iter().all(|warning| warning == "near_name"), "{place}");
            *kinds.entry(place["kind"].as_str().unwrap().to_owned()).or_default() += 1;
        }
    }
    let expected = [("county", 9), ("township", 76), ("village", 718)];
    assert_eq!(kinds, expected.map(|(kind, count)| (kind.to_owned(), count)).into());
}

#[test]
fn a_county_can_be_called_by_any_of_its_names_or_its_code() {
    let expected = Template::of("530426", "zh").unwrap().sheet().unwrap();
    assert_eq!(expected.get((1, 1)), Some(&Data::String("峨山彝族自治县".to_owned())));
    for county in ["峨山彝族自治县", "峨山县", "峨山", "530426000000", "５３０４２６"]
    {
        assert_eq!(Template::of(county, "zh").unwrap().sheet().unwrap(), expected, "{county}");
    }
}

#[test]
fn headers_are_in_the_language_asked_for_and_each_has_a_note() {
    let (zh, en) = (Template::of("530426", "zh").unwrap(), Template::of("530426", "en").unwrap());
    assert_eq!(zh.headers().unwrap(), COLUMNS.map(|(_, zh)| zh));
    assert_eq!(en.headers().unwrap(), COLUMNS.map(|(en, _)| en));
    for template in [zh, en] {
        let notes = part(&template.file(), "xl/comments1.xml").unwrap();
        for at in 0..u8::try_from(COLUMNS.len()).unwrap() {
            let of = format!("<comment ref=\"{}1\"", char::from(b'A' + at));
            let note = notes.split(&of).nth(1).unwrap();
            let text = note.split("<t>").nth(1).unwrap().split("</t>").next().unwrap();
            assert!(text.chars().count() > 5 && !text.contains('{'), "{of}: {text}");
        }
    }
}

/// Each choice is put into a row of its own, the rest of which says as much as a row needs.
#[test]
fn whatever_a_drop_down_offers_is_read_without_a_problem() {
    for lang in ["zh", "en"] {
        let template = Template::of("530426", lang).unwrap();
        let headers = template.headers().unwrap();
        let at = |name: &str| COLUMNS.iter().position(|(en, _)| *en == name).unwrap();
        let kinds = template.choices().unwrap().remove(&at("kind")).unwrap();
        let unit = kinds.last().unwrap().clone();
        let mut rows = Vec::new();
        let mut expected = Vec::new();
        for (column, choices) in template.choices().unwrap() {
            expected.push((COLUMNS[column].0, choices.len()));
            for choice in choices {
                let mut row = vec![String::new(); COLUMNS.len()];
                row[at("county")] = "峨山县".to_owned();
                row[at("kind")] = unit.clone();
                row[column] = choice;
                if row[at("kind")] != kinds[0] {
                    row[at("name")] = format!("示例{}", rows.len());
                }
                rows.push(row);
            }
        }
        let all = [
            ("kind", 14),
            ("key_area", 2),
            ("existing_form", 7),
            ("conditions_met", 2),
            ("exception_agreed", 2),
        ];
        assert_eq!(expected, all);
        let file = template.folder.path().join("filled.xlsx");
        let mut book = rust_xlsxwriter::Workbook::new();
        let page = book.add_worksheet();
        for (cells, line) in [headers].iter().chain(&rows).zip(0u32..) {
            for (cell, column) in cells.iter().zip(0u16..) {
                page.write_string(line, column, cell).unwrap();
            }
        }
        book.save(&file).unwrap();
        let found = assessed(&file).unwrap();
        assert_eq!(found.len(), rows.len(), "{lang}");
        assert!(
            found.iter().all(|answer| answer["extra"].is_null()),
            "{lang}: a header isn't known"
        );
        let kinds: BTreeSet<&str> =
            found.iter().take(14).filter_map(|answer| answer["kind"].as_str()).collect();
        assert_eq!(kinds.len(), 14, "each is a kind of its own");
    }
}

/// Drop-downs reach from the first place to the last of the rows that are left for more.
#[test]
fn there_are_as_many_rows_for_more_as_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("template.xlsx");
    let mut template = command("template --county 530426 --rows 7 --output").unwrap();
    template.arg(&file).assert().code(0);
    let mut book: Xlsx<_> = open_workbook(&file).unwrap();
    let places = book.worksheet_range_at(0).unwrap().unwrap().height() - 1;
    let xml = part(&file, "xl/worksheets/sheet1.xml").unwrap();
    assert!(xml.contains(&format!("sqref=\"K2:K{}\"", 1 + places + 7)), "{places}");
}

#[test]
fn an_unknown_county_is_refused_and_all_counties_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("template.xlsx");
    for (lang, said) in [("zh", "没有`官渡区`这个县"), ("en", "there is no county `官渡区`")]
    {
        let mut template =
            command(&format!("template --county 官渡区 --lang {lang} --output")).unwrap();
        let ran = template.arg(&file).assert().code(2);
        let told = String::from_utf8_lossy(&ran.get_output().stderr).into_owned();
        assert!(told.contains(said) && told.ends_with("[no_such_county]\n"), "{told}");
        for county in [
            "红塔区",
            "江川区",
            "通海县",
            "华宁县",
            "易门县",
            "峨山彝族自治县",
            "新平彝族傣族自治县",
            "元江哈尼族彝族傣族自治县",
            "澄江市",
        ] {
            assert!(told.contains(county), "{county}: {told}");
        }
    }
    assert!(!file.exists(), "nothing is left behind");
}
