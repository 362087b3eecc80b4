//! A workbook of answers: what a clerk opens and a program reads.

use std::fs;
use std::path::Path;

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use tempfile::TempDir;

use crate::run::{Result, command, part, run};

/// Writes answers to a workbook.
fn written(arguments: &str) -> Result<(TempDir, Vec<String>)> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("answers.xlsx");
    command(&format!("assess {arguments} --as-of 2023-11-15 --output"))?.arg(&file).output()?;
    let book: Xlsx<_> = open_workbook(file)?;
    let names = book.sheet_names();
    Ok((folder, names))
}

fn sheet(folder: &Path, name: &str) -> Result<Range<Data>> {
    let mut book: Xlsx<_> = open_workbook(folder.join("answers.xlsx"))?;
    Ok(book.worksheet_range(name)?)
}

/// A cell as CSV has it.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(_) => cell.as_date().map(|day| day.to_string()).unwrap_or_default(),
        Data::Int(_)
        | Data::String(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_) => cell.to_string(),
    }
}

#[test]
fn answers_rejected_rows_and_the_receipt_have_a_sheet_each() {
    let (_folder, names) = written("small.csv").unwrap();
    assert_eq!(names, ["判定结果", "退回的行", "回执"]);
    let (_folder, names) = written("small.csv --lang en").unwrap();
    assert_eq!(names, ["determinations", "rejected rows", "receipt"]);
}

#[test]
fn the_cells_of_a_workbook_are_those_of_csv_and_its_headers_are_chinese() {
    let (folder, _) = written("yuxi-made-up.csv").unwrap();
    let sheet = sheet(folder.path(), "判定结果").unwrap();
    let csv = run("assess yuxi-made-up.csv --as-of 2023-11-15 --format csv").unwrap().out;
    let mut csv = ::csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    let mut rows = csv.records();
    assert_eq!(sheet.get((0, 10)).map(text).as_deref(), Some("要求"));
    assert_eq!(sheet.get((0, 15)).map(text).as_deref(), Some("状态"));
    let width = rows.next().unwrap().unwrap().len();
    assert_eq!(sheet.width(), width);
    let mut compared = 0;
    for (row, at) in rows.zip(1..) {
        let row = row.unwrap();
        let cells: Vec<String> = (0..width)
            .map(|column| sheet.get((at, column)).map(text).unwrap_or_default())
            .collect();
        assert_eq!(cells, row.iter().collect::<Vec<_>>());
        compared += 1;
    }
    assert!(compared > 900 && sheet.height() == compared + 1);
}

#[test]
fn days_are_days_and_numbers_are_numbers() {
    let (folder, _) = written("small.csv").unwrap();
    let sheet = sheet(folder.path(), "判定结果").unwrap();
    let column = |at: usize| -> Vec<&Data> {
        (1..sheet.height()).filter_map(|row| sheet.get((row, at))).collect()
    };
    let due: Vec<&Data> = column(13).into_iter().filter(|cell| !cell.is_empty()).collect();
    let counts = column(6);
    assert!(!due.is_empty() && due.iter().all(|cell| matches!(cell, Data::DateTime(_))), "{due:?}");
    assert!(counts.iter().all(|cell| matches!(cell, Data::Float(_))), "{counts:?}");
}

#[test]
fn people_see_words_where_the_cell_holds_a_code() {
    let (folder, _) = written("small.csv").unwrap();
    let styles = part(&folder.path().join("answers.xlsx"), "xl/styles.xml").unwrap();
    for words in ["已逾期", "原则上必须", "、"] {
        assert!(styles.contains(words), "{words} isn't among the number formats: {styles}");
    }
}

#[test]
fn the_header_stays_and_a_page_can_be_read() {
    let (folder, _) = written("small.csv").unwrap();
    let sheet = part(&folder.path().join("answers.xlsx"), "xl/worksheets/sheet1.xml").unwrap();
    assert!(sheet.contains("<pane ySplit=\"1\"") && sheet.contains("state=\"frozen\""), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A1:AA23\""), "{sheet}");
    assert!(sheet.contains("paperSize=\"9\"") && sheet.contains("orientation=\"landscape\""));
    // On one page 27 columns are too small to be read.
    let pages = sheet.split("fitToWidth=\"").nth(1).and_then(|rest| rest.split('"').next());
    assert!((2..=4).contains(&pages.unwrap().parse::<u8>().unwrap()), "{pages:?}");
    let book = part(&folder.path().join("answers.xlsx"), "xl/workbook.xml").unwrap();
    assert!(book.contains("!$A:$C,") && book.contains("!$1:$1<"), "{book}");
}

/// How to mend a row stands at the end of a long sentence.
#[test]
fn a_rejected_row_is_as_high_as_its_problems_are_long() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rejects.xlsx");
    let rows = "代码,类型,合计,现有组织\n1,甲,一打,社团\n530402006001,,一打,\n";
    let mut assess = command("assess - --as-of 2023-11-15 --format jsonl --rejects").unwrap();
    assess.arg(&file).write_stdin(rows).assert().code(1);
    let sheet = part(&file, "xl/worksheets/sheet1.xml").unwrap();
    let height = |row: u32| -> f64 {
        let row = sheet.split(&format!("<row r=\"{row}\"")).nth(1).unwrap();
        row.split("ht=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    assert!(height(2) > 80.0 && height(3) > 30.0, "{} {}", height(2), height(3));
    assert!(height(2) > height(3));
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let bytes = || {
        let (folder, _) = written("small.csv")?;
        Result::Ok(fs::read(folder.path().join("answers.xlsx"))?)
    };
    assert_eq!(bytes().unwrap(), bytes().unwrap());
}

#[test]
fn rejected_rows_in_a_workbook_are_mended_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let rejects = folder.path().join("rejects.xlsx");
    let register =
        "代码,名称,合计,备注\n530402006001,金州社区,一打,甲\n530402006002,李棋社区,7,乙\n";
    let mut assess = command("assess - --as-of 2023-11-15 --format jsonl --rejects").unwrap();
    assess.arg(&rejects).write_stdin(register).assert().code(1);
    let mut book: Xlsx<_> = open_workbook(&rejects).unwrap();
    let sheet = book.worksheet_range("退回的行").unwrap();
    let header: Vec<String> = (0..sheet.width()).map(|at| text(&sheet[(0, at)])).collect();
    assert_eq!(header, ["代码", "名称", "合计", "备注", "row", "line", "problems"]);
    assert_eq!(text(&sheet[(1, 0)]), "530402006001");
    // Mended as people do it: the one cell is written over.
    let mut mended = rust_xlsxwriter::Workbook::new();
    let page = mended.add_worksheet();
    for (row, at) in sheet.rows().zip(0u32..) {
        for (cell, column) in row.iter().zip(0u16..) {
            let cell = text(cell);
            let cell = if cell == "一打" { "12".to_owned() } else { cell };
            page.write_string(at, column, cell).unwrap();
        }
    }
    let again = folder.path().join("again.xlsx");
    mended.save(&again).unwrap();
    let mut assess = command("assess --as-of 2023-11-15 --format csv").unwrap();
    let ran = assess.arg(&again).assert().code(0);
    let out = String::from_utf8_lossy(&ran.get_output().stdout).into_owned();
    assert!(out.contains("530402006001,金州社区居民委员会") && out.ends_with(",甲\n"), "{out}");
}

#[test]
fn a_sheet_can_be_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("two.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, total) in [("一季度", 12.0), ("二季度", 40.0)] {
        let page = book.add_worksheet().set_name(name).unwrap();
        for (cell, at) in ["代码", "合计"].into_iter().zip(0u16..) {
            page.write_string(0, at, cell).unwrap();
        }
        page.write_string(1, 0, "530402006002").unwrap();
        page.write_number(1, 1, total).unwrap();
    }
    book.save(&file).unwrap();
    let count = |more: &[&str]| {
        let mut assess = command("assess --as-of 2023-11-15 --format jsonl").unwrap();
        let ran = assess.arg(&file).args(more).output().unwrap();
        (ran.status.code(), String::from_utf8_lossy(&ran.stdout).into_owned())
    };
    assert!(count(&[]).1.contains("\"count\":12,"));
    assert!(count(&["--sheet", "二季度"]).1.contains("\"count\":40,"));
    assert_eq!(count(&["--sheet", "三季度"]).0, Some(2));
}
