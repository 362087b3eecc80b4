//! The compact form of the checks, which travel apart from the rules of eligibility.

use super::types::{listed, structs};
use super::{Bytes, Compact, Out, read};
use crate::checks::governance::{GovernanceTerms, Seat};
use crate::checks::leadership::{Identity, LeadershipTerms, Pool};
use crate::checks::office::OfficeTerms;
use crate::checks::platform::{GroupLevels, PlatformTerms};
use crate::checks::procedure::{Consulted, JointElection, Path, PathStep, ProcedureTerms};
use crate::checks::reports::ReportTerms;
use crate::checks::safeguards::SafeguardTerms;
use crate::checks::{CheckNote, CheckRule, Checks, Item, Outcome};
use crate::policy::Text;

structs! {
    Checks { notes, procedure, leadership, office, platform, safeguards, governance, report }
    CheckNote { rule, label, clauses, says }
    Item { code, label }
    ProcedureTerms { steps, bodies, above, paths }
    Consulted { code, named, general, federation_of, serves }
    Path {
        code, label, kinds, forms, key_area, steps, establishes, owed_anyway, joint_election,
    }
    JointElection { forms, step, clause }
    PathStep {
        step, clauses, after, bodies, bodies_if_there, to_next_federation, if_office, commended,
    }
    LeadershipTerms { staffed, designating, posts, ways, pools, first_considered }
    Pool { code, label, first_for }
    OfficeTerms { kinds, kinds_in_home_areas, striving, registries, registry }
    PlatformTerms {
        standard, standard_source, station_kinds, groups, key_area, elsewhere, activities,
    }
    GroupLevels { levels, clause }
    SafeguardTerms { budget_kinds }
    GovernanceTerms { posts, bodies, office_at, seats }
    Seat { code, label, posts, by_rank, clause }
    ReportTerms { report, items, recipient, undated, late }
}

listed! {
    CheckRule of CheckRule::ALL.iter().copied(), else Self::ProcedurePath;
    Outcome of Self::ALL.into_iter(), else Self::Unknown;
    Identity of Self::CODES.into_iter().map(|(_, identity)| identity), else Self::None;
}

impl Compact for (Outcome, Text) {
    fn write(&self, out: &mut Out) {
        self.0.write(out);
        self.1.write(out);
    }
    fn read(bytes: &mut Bytes<'_>) -> Self {
        (Compact::read(bytes), Compact::read(bytes))
    }
}

impl Checks {
    /// The checks in their compact form, without their texts.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Out::default();
        self.write(&mut out);
        out.bytes
    }

    /// The checks of a compact form; none where the bytes are something else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        read(bytes)
    }
}
