//! JSON: a determination a line, or one object with receipt, determinations and rejected rows.

use qiaolian::{Determination, Lang};

use super::{Answered, Sink, Summary};
use crate::error::CliError;
use crate::own;

impl Answered<'_> {
    /// The determination with its row and the register's own columns.
    pub(crate) fn determination(&self) -> Determination {
        self.determination_in(self.assessment.question().lang)
    }

    /// The same, with words for people in a language.
    pub(crate) fn determination_in(&self, lang: Lang) -> Determination {
        let extra = (!self.extra.is_empty()).then(|| {
            let own = self.extra.iter().map(|(name, text)| (name.to_string(), text.clone()));
            own::keyed(own).into_iter().collect()
        });
        Determination { row: Some(self.row), extra, ..self.assessment.determination_in(lang) }
    }
}

/// A determination a line.
pub(crate) struct JsonlOutput {
    to: Sink,
}

impl JsonlOutput {
    pub(super) fn new(to: Sink) -> Self {
        Self { to }
    }

    pub(super) fn write(&mut self, answered: &Answered<'_>) -> Result<(), CliError> {
        serde_json::to_writer(&mut self.to, &answered.determination())?;
        Ok(self.to.write_all(b"\n")?)
    }

    pub(super) fn finish(mut self) -> Result<(), CliError> {
        Ok(self.to.flush()?)
    }
}

/// One object. The receipt comes first and is known last, so determinations are held until the end;
/// JSON Lines is the format for registers of any length.
pub(crate) struct JsonOutput {
    to: Sink,
    determinations: Vec<Determination>,
}

impl JsonOutput {
    pub(super) fn new(to: Sink) -> Self {
        Self { to, determinations: Vec::new() }
    }

    pub(super) fn write(&mut self, answered: &Answered<'_>) -> Result<(), CliError> {
        self.determinations.push(answered.determination());
        Ok(())
    }

    pub(super) fn finish(mut self, summary: &Summary<'_>) -> Result<(), CliError> {
        let whole = Whole {
            receipt: summary.receipt,
            determinations: &self.determinations,
            rejected: summary.rejected,
        };
        serde_json::to_writer_pretty(&mut self.to, &whole)?;
        self.to.write_all(b"\n")?;
        Ok(self.to.flush()?)
    }
}

/// The one object.
#[derive(serde::Serialize)]
struct Whole<'a> {
    receipt: &'a crate::receipt::Receipt,
    determinations: &'a [Determination],
    rejected: &'a [super::Rejected],
}
