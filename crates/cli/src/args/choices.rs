//! What can be chosen from: languages, formats, encodings.

use clap::ValueEnum;

/// A language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Language {
    /// Chinese
    Zh,
    /// English
    En,
}

impl From<Language> for qiaolian::Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Zh,
            Language::En => Self::En,
        }
    }
}

/// A format of registers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum InputFormat {
    /// Comma-separated values
    Csv,
    /// An array of objects
    Json,
    /// An object a line
    Jsonl,
    /// One sheet of a workbook
    Xlsx,
}

/// An encoding of text that is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum InputEncoding {
    /// UTF-8, with or without byte order mark
    #[value(name = "utf-8", aliases = ["utf8", "utf-8-bom"])]
    Utf8,
    /// GB18030, and with it GBK and GB2312
    #[value(name = "gb18030", aliases = ["gbk", "gb2312", "cp936"])]
    Gb18030,
}

/// An encoding of CSV that is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub(crate) enum OutputEncoding {
    /// UTF-8
    #[default]
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    /// UTF-8 with a byte order mark, by which Excel knows it
    #[value(name = "utf-8-bom")]
    Utf8Bom,
    /// GB18030
    #[value(name = "gb18030", alias = "gbk")]
    Gb18030,
}

impl From<InputEncoding> for qiaolian_register::Encoding {
    fn from(encoding: InputEncoding) -> Self {
        match encoding {
            InputEncoding::Utf8 => Self::Utf8,
            InputEncoding::Gb18030 => Self::Gb18030,
        }
    }
}

/// A format of output.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum OutputFormat {
    /// A table to read
    Table,
    /// Comma-separated values
    Csv,
    /// A workbook: determinations, rejected rows and the receipt, a sheet each
    Xlsx,
    /// One object with receipt, determinations and rejected rows
    Json,
    /// A determination a line
    Jsonl,
}

/// A format of lists, trees and findings.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum ListFormat {
    /// Text to read
    Table,
    /// JSON
    Json,
}

/// A format of what is a page too.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum PageFormat {
    /// A tree to read
    Table,
    /// JSON
    Json,
    /// A page to read, print or hand on, one file that stands alone
    Html,
}

/// A language of pictures.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Picture {
    /// A Mermaid flowchart
    Mermaid,
    /// A graph for Graphviz
    Dot,
}

/// A format of coverage and sensitivity.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum CoverageFormat {
    /// A table to read
    Table,
    /// Comma-separated values
    Csv,
    /// JSON
    Json,
}

/// A format of schedules.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum ScheduleFormat {
    /// A table to read
    Table,
    /// JSON
    Json,
    /// An iCalendar file, an all-day event for each entry
    Ics,
}
