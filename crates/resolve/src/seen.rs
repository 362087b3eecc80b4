//! The places of a register so far.

use qiaolian_core::model::PlaceId;

use crate::problem::{Problem, ProblemCode, put_in_order};
use crate::record::{Column, Record};
use crate::resolve::{Outcome, Resolved};
use crate::text::trimmed;

/// The places that the records of a register spoke of so far, rejected ones too.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Each with what its first record said for it, in the policy's order.
    places: Vec<(PlaceId, String)>,
}

impl Seen {
    /// Notes the outcome of the next record.
    ///
    /// # Errors
    /// The problems of the record, and [`ProblemCode::DuplicateCode`] where an earlier record spoke
    /// of the same place: under `code` if one is written, else under `name`. Its value is what the
    /// record says for it (a county or township may stand in its own column alone), its detail
    /// what the first such record said.
    pub fn note(
        &mut self,
        outcome: Outcome,
        record: &Record<'_>,
    ) -> Result<Resolved, Vec<Problem>> {
        let Some(place) = outcome.place else { return outcome.result };
        let column = outcome.said_in;
        let said = [column, Column::Township, Column::County].into_iter().find_map(|column| {
            let text = record.get(column)?.text();
            Some(trimmed(&text).to_owned()).filter(|text| !text.is_empty())
        });
        let value = said.unwrap_or_default();
        let at = self.places.partition_point(|(known, _)| *known < place);
        match self.places.get(at).filter(|(known, _)| *known == place) {
            None => {
                self.places.insert(at, (place, value));
                outcome.result
            }
            Some((_, first)) => {
                let code = ProblemCode::DuplicateCode;
                let detail = first.clone();
                let mut problems = outcome.result.err().unwrap_or_default();
                put_in_order(&mut problems, Problem { column, value, code, detail });
                Err(problems)
            }
        }
    }
}
