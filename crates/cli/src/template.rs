//! `template`: a register to fill in.

use qiaolian::Lang;
use qiaolian_core::model::{KindId, PlaceId};
use qiaolian_core::policy::{Place, Rulebook, Word};
use qiaolian_resolve::{Column, Resolver};
use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime, Format, Note};
use unicode_width::UnicodeWidthStr;

use crate::args::TemplateArgs;
use crate::error::CliError;
use crate::target::{self, Target};
use crate::workbook::{Book, Sheet, Style};
use crate::{Outcome, question};

/// How wide a note is, in pixels.
const NOTE_WIDTH: u32 = 260;

/// Before this day there was no federation to record.
const FIRST_DAY: &str = "1949-10-01";

/// And behind this one there is nobody who reads it.
const LAST_DAY: &str = "2099-12-31";

pub(crate) fn run(args: &TemplateArgs) -> Result<Outcome, CliError> {
    target::apart(None, &[&args.policy.policy], &[Some(&args.output)])?;
    let policy = question::policy(&args.policy)?;
    let lang = args.policy.lang.into();
    let rulebook = policy.core().rulebook();
    let county = county(rulebook, &args.county)?;
    let template = Template { rulebook, lang };
    let places: Vec<&Place> = rulebook
        .places
        .iter()
        .filter(|(_, place)| place.county == county)
        .map(|(_, place)| place)
        .collect();
    let mut book = Book::new(question::today())?;
    book.push(template.sheet(&places, args.rows)?)?;
    let (to, target) = Target::open(Some(&args.output))?;
    book.write(to)?;
    target.settle()?;
    Ok(Outcome::Well)
}

/// The county of that name or code, as a register's own column would be read.
fn county(rulebook: &Rulebook, wanted: &str) -> Result<PlaceId, CliError> {
    Resolver::new(rulebook).county(rulebook, wanted).ok_or_else(|| {
        let counties = rulebook.places.iter().filter(|(id, place)| place.county == *id);
        CliError::NoSuchCounty {
            name: wanted.trim().to_owned(),
            known: counties.map(|(_, place)| place.name.clone()).collect(),
        }
    })
}

/// What a register to fill in is made from.
struct Template<'p> {
    rulebook: &'p Rulebook,
    lang: Lang,
}

impl Template<'_> {
    fn sheet(&self, places: &[&Place], more: u32) -> Result<Sheet, CliError> {
        let words = &self.rulebook.words;
        let mut sheet = Sheet::new(words.get(Word::SheetRegister, self.lang))?;
        let columns = Column::all(self.rulebook);
        let last = u32::try_from(places.len()).unwrap_or(u32::MAX).saturating_add(more);
        for (at, column) in (0u16..).zip(&columns) {
            sheet.header(at, &self.heading(*column))?;
            let note = words.get(note_of(*column), self.lang);
            let note = Note::new(note).add_author_prefix(false).set_width(NOTE_WIDTH);
            sheet.worksheet().insert_note(0, at, &note)?;
            if let Some(validation) = self.validation(*column)? {
                sheet.worksheet().add_data_validation(1, at, last, at, &validation)?;
            }
            if let Some(format) = format_of(*column) {
                sheet.worksheet().set_column_format(at, &format)?;
            }
        }
        let text = Style::text();
        for place in places {
            sheet.next_row();
            for (at, column) in (0u16..).zip(&columns) {
                if let Some(value) = self.known(place, *column) {
                    sheet.text(at, value, &text, value.width())?;
                }
            }
        }
        Ok(sheet)
    }

    /// A column as registers in the language have it: of the English names only the code is read.
    fn heading(&self, column: Column) -> String {
        match self.lang {
            Lang::Zh => column.heading(self.rulebook).zh,
            Lang::En => column.code(self.rulebook).to_owned(),
        }
    }

    /// What the list of places says.
    fn known<'a>(&'a self, place: &'a Place, column: Column) -> Option<&'a str> {
        let name = |id: PlaceId| self.rulebook.places.of(id).name.as_str();
        match column {
            Column::Code => Some(&place.code),
            Column::Name => Some(&place.name),
            Column::County => Some(name(place.county)),
            Column::Township => place.township.map(name),
            Column::Kind => Some(self.kind(place.kind)),
            Column::Group(_)
            | Column::Total
            | Column::KeyArea
            | Column::ExistingForm
            | Column::EstablishedOn
            | Column::ConditionsMet
            | Column::ExceptionAgreed => None,
        }
    }

    /// A kind as registers in the language have it.
    fn kind(&self, kind: KindId) -> &str {
        let kind = self.rulebook.kinds.of(kind);
        match self.lang {
            Lang::Zh => &kind.label.zh,
            Lang::En => &kind.code,
        }
    }

    /// What can be filled in.
    fn validation(&self, column: Column) -> Result<Option<DataValidation>, CliError> {
        let words = &self.rulebook.words;
        let new = DataValidation::new;
        let (validation, told) = match column {
            Column::Kind => {
                let kinds: Vec<&str> = self.rulebook.kinds.ids().map(|id| self.kind(id)).collect();
                (new().allow_list_strings(&kinds)?, Word::TemplateChoose)
            }
            Column::ExistingForm => {
                let forms = self.rulebook.forms.iter().map(|(_, form)| match self.lang {
                    Lang::Zh => form.label.zh.as_str(),
                    Lang::En => form.code.as_str(),
                });
                (new().allow_list_strings(&forms.collect::<Vec<_>>())?, Word::TemplateChoose)
            }
            Column::KeyArea | Column::ConditionsMet | Column::ExceptionAgreed => {
                let truths = match self.lang {
                    Lang::Zh => {
                        [Word::TruthYes, Word::TruthNo].map(|word| words.get(word, Lang::Zh))
                    }
                    Lang::En => ["true", "false"],
                };
                (new().allow_list_strings(&truths)?, Word::TemplateChoose)
            }
            Column::Group(_) | Column::Total => {
                let from_nobody = DataValidationRule::GreaterThanOrEqualTo(0);
                (new().allow_whole_number(from_nobody), Word::TemplateNumber)
            }
            Column::EstablishedOn => {
                let [first, last] = [FIRST_DAY, LAST_DAY].map(ExcelDateTime::parse_from_str);
                let days = DataValidationRule::Between(first?, last?);
                (new().allow_date(days), Word::TemplateDay)
            }
            Column::Code | Column::Name | Column::County | Column::Township => return Ok(None),
        };
        Ok(Some(validation.set_error_message(words.get(told, self.lang))?))
    }
}

/// The note on a column.
const fn note_of(column: Column) -> Word {
    match column {
        Column::Code => Word::TemplateCode,
        Column::Name => Word::TemplateName,
        Column::County => Word::TemplateCounty,
        Column::Township => Word::TemplateTownship,
        Column::Kind => Word::TemplateKind,
        Column::Group(_) => Word::TemplatePeople,
        Column::Total => Word::TemplateTotal,
        Column::KeyArea => Word::TemplateKeyArea,
        Column::ExistingForm => Word::TemplateExistingForm,
        Column::EstablishedOn => Word::TemplateEstablishedOn,
        Column::ConditionsMet => Word::TemplateConditionsMet,
        Column::ExceptionAgreed => Word::TemplateExceptionAgreed,
    }
}

/// How what is filled in looks: codes stay text, however many digits they have.
fn format_of(column: Column) -> Option<Format> {
    match column {
        Column::Code => Some(Style::text()),
        Column::EstablishedOn => Some(Style::day()),
        Column::Name
        | Column::County
        | Column::Township
        | Column::Kind
        | Column::Group(_)
        | Column::Total
        | Column::KeyArea
        | Column::ExistingForm
        | Column::ConditionsMet
        | Column::ExceptionAgreed => None,
    }
}
