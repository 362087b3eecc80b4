//! What is said of an error, in the language asked for.

use std::path::Path;

use qiaolian::{Error, Lang, Policy, SCHEMAS};
use qiaolian_core::policy::ChoiceError;
use qiaolian_register::Skip;

use super::CliError;

impl CliError {
    /// What is wrong, and how to mend it.
    pub(super) fn words(&self, lang: Lang) -> String {
        let both = |zh: String, en: String| match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        match self {
            Self::Library(error) => library(error, lang),
            Self::Pack { faults, .. } => both(
                format!("政策包有{}处错误；请按所列行列逐处更正", faults.len()),
                format!("mistakes in the pack: {}; mend each at its line and column", faults.len()),
            ),
            Self::Register { file, error } => {
                let policy = Policy::yuxi_2020();
                let words = &policy.core().rulebook().words;
                let (message, help) = (error.message(words, lang), error.help(words, lang));
                both(format!("{file}：{message}；{help}"), format!("{file}: {message}; {help}"))
            }
            Self::File { path, error } => both(
                format!("`{}`：{error}；请核对路径和权限", path.display()),
                format!(
                    "`{}`: {error}; check the path, and whether you may use it",
                    path.display()
                ),
            ),
            Self::Output(error) => both(
                format!("结果写不出来：{error}；请核对磁盘空间和权限"),
                format!("the output can't be written: {error}; check space and permissions"),
            ),
            Self::OutputIsInput { path } => both(
                format!("写入`{}`会覆盖登记表本身；请写到另一个文件", path.display()),
                format!(
                    "writing to `{}` would take the place of the register itself; write to another file",
                    path.display()
                ),
            ),
            Self::OutputInPack { path } => both(
                format!("`{}`在所读政策包的文件夹里；请写到另一处", path.display()),
                format!(
                    "`{}` is in the folder of the policy that is read; write somewhere else",
                    path.display()
                ),
            ),
            Self::OneOutput { path } => both(
                format!("有两项输出都要写到`{}`；请各写一个文件", path.display()),
                format!("two outputs are to go to `{}`; give each a file of its own", path.display()),
            ),
            Self::NoSuchRow { file, row, read } => both(
                format!("{file} 没有第{row}行：表头以下共{read}行；请从1数起，空行和合计行也算"),
                format!(
                    "{file} has no row {row}: it has {read} rows below its header; count them \
                     from 1, blank ones and totals too"
                ),
            ),
            Self::SkippedRow { file, row, why } => {
                let (zh, en) = match why {
                    Skip::Blank => ("空行", "a blank one"),
                    Skip::Total => ("合计行", "a total"),
                };
                both(
                    format!("{file} 的第{row}行是{zh}，不作判定；请另选一行"),
                    format!(
                        "row {row} of {file} is {en}, and nothing is assessed of it; take \
                         another row"
                    ),
                )
            }
            Self::NoSuchSchema { name } => {
                let names = SCHEMAS.into_iter().chain(qiaolian_pack::schema::SCHEMAS);
                let known: Vec<String> = names.map(|name| format!("`{name}`")).collect();
                both(
                    format!("没有`{name}`这种模式，有的是：{}", known.join("、")),
                    format!("`{name}` is no schema; there are {}", known.join(", ")),
                )
            }
            Self::EncodingOfCsvOnly => both(
                "只有CSV可以另选输出编码，其他格式一律是UTF-8；请去掉`--output-encoding`，或用`--format csv`".to_owned(),
                "only CSV is written in another encoding, every other format is UTF-8; leave \
                 `--output-encoding` out, or take `--format csv`"
                    .to_owned(),
            ),
            Self::WorkbookOnTerminal => both(
                "工作簿不能显示在终端上；请用`--output 文件.xlsx`写到文件".to_owned(),
                "a workbook can't be shown on a terminal; write it to a file with \
                 `--output FILE.xlsx`"
                    .to_owned(),
            ),
            Self::SheetIsFull => both(
                "一张工作表最多1048576行、16384列，一格最多32767个字，放不下了；请改用CSV或JSON Lines".to_owned(),
                "a sheet has at most 1,048,576 rows and 16,384 columns, a cell 32,767 characters, \
                 and this has more; take CSV or JSON Lines"
                    .to_owned(),
            ),
            Self::Input { file, error } => {
                let said = library(error, lang);
                both(
                    format!("{}：{said}", named(file.as_deref(), lang)),
                    format!("{}: {said}", named(file.as_deref(), lang)),
                )
            }
            Self::NotText { file } => both(
                format!(
                    "{}不是文本：既不是UTF-8，也不是GB18030；请另存为UTF-8的JSON",
                    named(file.as_deref(), lang)
                ),
                format!(
                    "{} is no text, neither in UTF-8 nor in GB18030; save it as JSON in UTF-8",
                    named(file.as_deref(), lang)
                ),
            ),
            Self::NothingToRead { command } => both(
                format!(
                    "没有给出文件，标准输入也没有内容；请写：qiaolian {command} 文件.json（文件的写法见 qiaolian schema {command}）"
                ),
                format!(
                    "no file is named, and nothing came on standard input; write \
                     `qiaolian {command} FILE.json` (`qiaolian schema {command}` shows what may \
                     stand in it)"
                ),
            ),
            Self::NoSuchCheck { policy, check, known } if known.is_empty() => both(
                format!("{policy} 没有“{check}”这一部分，也没有其他可核对的部分；请用`--policy`另选政策"),
                format!(
                    "{policy} has no part on {check}, nor any other that is checked; take another \
                     policy with `--policy`"
                ),
            ),
            Self::NoSuchCheck { policy, check, known } => both(
                format!("{policy} 没有“{check}”这一部分，可核对的有：{}", known.join("、")),
                format!("{policy} has no part on {check}; there are {}", known.join(", ")),
            ),
            Self::NothingDue => both(
                "这份登记表按这项政策没有一件有期限的事，没有日历可写；要看各项判定请用`assess`"
                    .to_owned(),
                "nothing in this register has a date under this policy, so that there is no \
                 calendar to write; `assess` tells what there is"
                    .to_owned(),
            ),
            Self::NoSuchCounty { name, known } => both(
                format!("没有`{name}`这个县（市、区），有的是：{}", known.join("、")),
                format!("there is no county `{name}`; there are {}", known.join(", ")),
            ),
            Self::NotAReceipt { path, error } => both(
                format!(
                    "`{}`读不成回执或判定：{error}；请给出`assess`写的回执（JSON）、JSON结果或JSON Lines结果",
                    path.display()
                ),
                format!(
                    "`{}` can't be read as a receipt or as determinations: {error}; give what \
                     `assess` has written: a receipt (JSON), a JSON or a JSON Lines output",
                    path.display()
                ),
            ),
            Self::NoRejectsFormat { path } => both(
                format!(
                    "`{}`的后缀不是退回行能写的格式；请用 .csv、.xlsx、.json 或 .jsonl",
                    path.display()
                ),
                format!(
                    "`{}` ends in no format that rejected rows are written in; take .csv, .xlsx, \
                     .json or .jsonl",
                    path.display()
                ),
            ),
        }
    }
}

/// The library's own words, with the names that there are where one was wrong.
fn library(error: &Error, lang: Lang) -> String {
    let known = match error {
        Error::UnknownFact { known, .. } => ticked(known),
        Error::UnknownPolicy { .. } => {
            ticked(&Policy::built_in_ids().map(str::to_owned).collect::<Vec<_>>())
        }
        Error::Choice(
            ChoiceError::UnknownReading { known, .. } | ChoiceError::UnknownChoice { known, .. },
        )
        | Error::Argument { known, .. } => known.clone(),
        Error::InvalidFacts { .. }
        | Error::InvalidInput { .. }
        | Error::NoSuchCheck { .. }
        | Error::Pack(_)
        | Error::Foreign(_)
        | Error::Columns(_) => String::new(),
    };
    let known = match lang {
        _ if known.is_empty() => String::new(),
        Lang::Zh => format!("，有的是：{}", known.replace(", ", "、")),
        Lang::En => format!(", there are {known}"),
    };
    let envelope = error.envelope();
    let (message, help) = (envelope.message.get(lang), envelope.help.get(lang));
    match lang {
        Lang::Zh => format!("{message}{known}；{help}"),
        Lang::En => format!("{message}{known}; {help}"),
    }
}

/// A file as it is called, or standard input.
fn named(file: Option<&Path>, lang: Lang) -> String {
    match (file, lang) {
        (Some(file), _) => file.display().to_string(),
        (None, Lang::Zh) => "标准输入".to_owned(),
        (None, Lang::En) => "standard input".to_owned(),
    }
}

fn ticked(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
