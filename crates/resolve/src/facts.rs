//! What a record says of its subject, beside what and where it is.

use chrono::NaiveDate;
use qiaolian_core::model::{Counts, FormId, KindId, People, PlaceId, Subject};
use qiaolian_core::policy::{Rulebook, Text};

use crate::cells::{Cells, Written};
use crate::problem::ProblemCode;
use crate::record::Column;
use crate::text::put;
use crate::values::{self, Spellings};

/// What a record says of its subject. Unknown is `None`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    counts: Counts,
    key_area: Option<bool>,
    existing_form: Option<FormId>,
    established_on: Option<NaiveDate>,
    conditions_met: Option<bool>,
    exception_agreed: Option<bool>,
}

impl Facts {
    /// Reads them all, noting every problem.
    pub(crate) fn read(
        cells: &mut Cells<'_>,
        rulebook: &Rulebook,
        forms: &Spellings<FormId>,
    ) -> Self {
        let counts = counts(cells, rulebook);
        let key_area = truth(cells, Column::KeyArea);
        let (existing_form, established_on) = organisation(cells, rulebook, forms);
        let conditions_met = truth(cells, Column::ConditionsMet);
        let exception_agreed = truth(cells, Column::ExceptionAgreed);
        Self { counts, key_area, existing_form, established_on, conditions_met, exception_agreed }
    }

    /// The subject of this kind, there, of which these facts are known.
    pub(crate) fn of(
        self,
        kind: KindId,
        place: Option<PlaceId>,
        county: Option<PlaceId>,
    ) -> Subject {
        let Self {
            counts,
            key_area,
            existing_form,
            established_on,
            conditions_met,
            exception_agreed,
        } = self;
        Subject {
            kind,
            place,
            county,
            counts,
            key_area,
            existing_form,
            established_on,
            conditions_met,
            exception_agreed,
        }
    }
}

/// The groups and the total, which has to be within what the groups leave it.
fn counts(cells: &mut Cells<'_>, rulebook: &Rulebook) -> Counts {
    let mut number =
        |column| cells.value(column, ProblemCode::UnreadableNumber, values::count).read();
    let mut counts = Counts::UNKNOWN;
    for group in rulebook.groups.ids() {
        if let Some(count) = number(Column::Group(group)) {
            counts = counts.with(group, count);
        }
    }
    let Some(total) = number(Column::Total) else { return counts };
    let bounds = counts.total_bounds(rulebook.groups.ids().collect());
    if !bounds.can_be(u64::from(total)) {
        let People { least, most } = bounds;
        let bounds = match most {
            Some(most) if most == least => least.to_string(),
            Some(most) => format!("{least}–{most}"),
            None => format!("≥ {least}"),
        };
        cells.note(Column::Total, ProblemCode::TotalOutOfBounds, bounds);
    }
    counts.with_total(total)
}

/// The organisation on record and its founding day, which there is none of where there is no
/// organisation. With a blank form the day is kept, and decides nothing.
fn organisation(
    cells: &mut Cells<'_>,
    rulebook: &Rulebook,
    forms: &Spellings<FormId>,
) -> (Option<FormId>, Option<NaiveDate>) {
    let listed = || {
        let mut forms = String::new();
        for (_, form) in rulebook.forms.iter() {
            put_listed(&mut forms, &form.code, &form.label);
        }
        forms
    };
    let form = cells.choice(
        Column::ExistingForm,
        ProblemCode::UnreadableForm,
        |text| forms.get(text),
        listed,
    );
    let day = cells.value(Column::EstablishedOn, ProblemCode::UnreadableDate, values::day);
    if let (Written::Read(form), Written::Read(_)) = (&form, &day)
        && *form == rulebook.no_form
    {
        let said = cells.written(Column::ExistingForm).into_owned();
        cells.note(Column::EstablishedOn, ProblemCode::DateWithoutOrganisation, said);
    }
    (form.read(), day.read())
}

fn truth(cells: &mut Cells<'_>, column: Column) -> Option<bool> {
    cells.choice(column, ProblemCode::UnreadableBoolean, values::truth, String::new).read()
}

/// Puts what may be written behind a list of it, to show to people: `branch 分会、group 小组`.
pub(crate) fn put_listed(list: &mut String, code: &str, label: &Text) {
    put(list, "、", code);
    list.extend([" ", &label.zh]);
}
