//! The domain model: subjects and their facts, people as intervals, and what an answer is made of.

mod answer;
pub(crate) mod coded;
mod ids;
mod people;
mod subject;

pub use answer::{Duty, DutySet, Fulfilment, Status};
pub use ids::{
    AreaId, Arena, BodyId, ChoiceId, DateId, FormId, GroupId, Id, IdSet, ItemId, KindId, LimitId,
    PlaceId, ProvisionId, ReadingId, RowId, SET_CAPACITY, StepId, TierId,
};
pub use people::{Counts, MAX_GROUPS, People};
pub use subject::{AsOf, Subject};
