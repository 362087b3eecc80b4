//! The two questions at the end of every path: how far an organisation fulfils, and where that leaves the subject.

use crate::compile::Outcome;
use crate::model::{Duty, FormId, Fulfilment, Status};

/// The organisation on the as-of date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Standing {
    /// The register doesn't say.
    Unknown,
    /// There is none.
    Absent,
    /// There is one of this form.
    Present(FormId),
}

impl Standing {
    #[inline]
    pub(crate) fn of(form: FormId, no_form: FormId) -> Self {
        if form == no_form { Self::Absent } else { Self::Present(form) }
    }

    /// An organisation set up after the as-of date isn't there yet on it:
    /// [`Rule::EstablishedOn`](crate::policy::Rule::EstablishedOn).
    #[inline]
    pub(crate) fn if_there(self, established: Option<i32>, today: i32) -> Self {
        match (self, established) {
            (Self::Present(_), Some(day)) if day > today => Self::Absent,
            (Self::Present(_) | Self::Absent | Self::Unknown, _) => self,
        }
    }
}

/// How far the organisation is what an outcome asks for:
/// [`Rule::ExistingForm`](crate::policy::Rule::ExistingForm).
#[inline]
pub(crate) fn fulfilment(asked: &Outcome, standing: Standing, full_form: FormId) -> Fulfilment {
    match (asked.duty, standing) {
        (Duty::None, _) => Fulfilment::NotApplicable,
        (_, Standing::Unknown) => Fulfilment::Unknown,
        (_, Standing::Absent) => Fulfilment::None,
        (Duty::May, Standing::Present(_)) => Fulfilment::Full,
        (
            Duty::Must | Duty::InPrincipleMust | Duty::Should | Duty::InPrincipleShould,
            Standing::Present(form),
        ) => {
            if form == full_form || asked.forms.contains(form) {
                Fulfilment::Full
            } else {
                Fulfilment::Lesser
            }
        }
    }
}

/// Where that leaves the subject, so many days before the due day:
/// [`Rule::Due`](crate::policy::Rule::Due),
/// [`Rule::ExceptionAgreed`](crate::policy::Rule::ExceptionAgreed).
#[inline]
pub(crate) fn status(
    duty: Duty,
    fulfilment: Fulfilment,
    exception_agreed: bool,
    is_late: bool,
    days_left: Option<i32>,
    due_soon_days: u32,
) -> Status {
    match duty {
        Duty::None => Status::NotApplicable,
        Duty::May => match fulfilment {
            Fulfilment::Full => Status::Satisfied,
            Fulfilment::Lesser
            | Fulfilment::None
            | Fulfilment::Unknown
            | Fulfilment::NotApplicable => Status::Optional,
        },
        Duty::Must | Duty::InPrincipleMust | Duty::Should | Duty::InPrincipleShould => {
            match fulfilment {
                Fulfilment::Full if is_late => Status::SatisfiedLate,
                Fulfilment::Full => Status::Satisfied,
                Fulfilment::Lesser
                | Fulfilment::None
                | Fulfilment::Unknown
                | Fulfilment::NotApplicable
                    if exception_agreed && duty.is_in_principle() =>
                {
                    Status::Excepted
                }
                Fulfilment::Unknown => Status::Unverified,
                Fulfilment::Lesser | Fulfilment::None | Fulfilment::NotApplicable => {
                    owed(days_left, due_soon_days)
                }
            }
        }
    }
}

/// Something is owed and not there: on a date that is past, near, or not near.
#[inline]
fn owed(days_left: Option<i32>, due_soon_days: u32) -> Status {
    match days_left.map(u32::try_from) {
        None => Status::Pending,
        Some(Err(_)) => Status::Overdue,
        Some(Ok(days)) if days <= due_soon_days => Status::DueSoon,
        Some(Ok(_)) => Status::Pending,
    }
}
