//! How an answer is come by: looked up in tables, or by walking the rules where a surface has no room
//! for tables. The two are the same; a proof and tests compare them.

use qiaolian_core::decide::{Decision, ForeignSubject};
use qiaolian_core::model::{AsOf, IdSet, ReadingId, Subject};
use qiaolian_core::policy::Policy as Core;

pub(crate) fn decision(
    core: &Core,
    subject: &Subject,
    as_of: AsOf,
) -> Result<Decision, ForeignSubject> {
    #[cfg(feature = "tables")]
    return core.decide(subject, as_of);
    #[cfg(not(feature = "tables"))]
    return Ok(core.explain(subject, as_of)?.decision);
}

pub(crate) fn decisive(
    core: &Core,
    subject: &Subject,
    as_of: AsOf,
    decision: &Decision,
) -> IdSet<ReadingId> {
    #[cfg(feature = "tables")]
    return core.decisive_readings(subject, as_of, decision);
    #[cfg(not(feature = "tables"))]
    return core.decisive_readings_walked(subject, as_of, decision);
}
