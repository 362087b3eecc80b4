//! The constants of the checks: codes become ids.

use qiaolian_core::checks::Item;
use qiaolian_core::checks::governance::{GovernanceTerms, Seat};
use qiaolian_core::checks::leadership::{Identity, LeadershipTerms, Pool};
use qiaolian_core::checks::office::OfficeTerms;
use qiaolian_core::checks::platform::{GroupLevels, PlatformTerms};
use qiaolian_core::checks::reports::ReportTerms;
use qiaolian_core::checks::safeguards::SafeguardTerms;
use qiaolian_core::model::{Arena, IdSet, ItemId, KindId, SET_CAPACITY};
use qiaolian_core::policy::Report;

use crate::lower::lists::{KINDS, REPORTS};
use crate::lower::sheet::{Sheet, quoted};
use crate::lower::terms::Names;
use crate::written::{
    Name, WrittenGovernance, WrittenItem, WrittenLeadership, WrittenLevels, WrittenOffice,
    WrittenPlatform, WrittenReported, WrittenSafeguards,
};

/// What reads the constants: the file, and the names that the other files give.
pub(super) struct Lower<'a> {
    pub(super) sheet: Sheet<'a>,
    pub(super) names: &'a Names<'a>,
}

impl Lower<'_> {
    fn kinds(&self, names: &[Name]) -> IdSet<KindId> {
        let kinds = &self.names.subjects.kinds;
        self.sheet.look_up_all(kinds, |kind| &kind.code, names, KINDS)
    }

    fn items(&self, written: &[WrittenItem], what: &str) -> Arena<ItemId, Item> {
        self.sheet.distinct(written.iter().map(|item| &item.code), what);
        let items = written
            .iter()
            .map(|item| Item { code: item.code.value.clone(), label: item.label.clone().into() });
        self.sheet.arena(items.collect(), SET_CAPACITY, "items")
    }

    fn item(&self, items: &Arena<ItemId, Item>, name: &Name, what: &'static str) -> Option<ItemId> {
        self.sheet.look_up(items, |item| &item.code, name, self.sheet.list(what))
    }

    pub(super) fn leadership(&self, written: &WrittenLeadership) -> LeadershipTerms {
        let identity = |name| self.sheet.one_of(name, &Identity::CODES, "an identity");
        self.sheet.distinct(written.pool.iter().map(|pool| &pool.code), "a pool");
        let pools = written.pool.iter().map(|pool| Pool {
            code: pool.code.value.clone(),
            label: pool.label.clone().into(),
            first_for: self.kinds(&pool.first_for),
        });
        LeadershipTerms {
            staffed: self.kinds(&written.staffed),
            designating: self.kinds(&written.designating),
            posts: self.items(&written.post, "a post"),
            ways: self.items(&written.way, "a way"),
            pools: self.sheet.arena(pools.collect(), SET_CAPACITY, "pools"),
            first_considered: written.first_considered.iter().filter_map(identity).collect(),
        }
    }

    pub(super) fn office(&self, written: &WrittenOffice) -> Option<OfficeTerms> {
        let registries = self.items(&written.registry, "a registry");
        Some(OfficeTerms {
            kinds: self.kinds(&written.kinds),
            kinds_in_home_areas: self.kinds(&written.kinds_in_home_areas),
            striving: self.kinds(&written.striving),
            registry: self.item(&registries, &written.registered_with, "a registry")?,
            registries,
        })
    }

    pub(super) fn platform(&self, written: &WrittenPlatform) -> Option<PlatformTerms> {
        let (key_area, elsewhere) =
            (self.levels(&written.key_area), self.levels(&written.elsewhere));
        Some(PlatformTerms {
            standard: self.items(&written.standard, "an item of the standard"),
            standard_source: written.standard_source.clone().into(),
            station_kinds: self.kinds(&written.station_kinds),
            groups: self.items(&written.group, "a kind of group"),
            key_area: key_area?,
            elsewhere: elsewhere?,
            activities: self.items(&written.activity, "an activity"),
        })
    }

    fn levels(&self, written: &WrittenLevels) -> Option<GroupLevels> {
        let clauses = self.names.clauses(self.sheet, std::slice::from_ref(&written.clause));
        Some(GroupLevels { levels: self.kinds(&written.levels), clause: *clauses.first()? })
    }

    pub(super) fn safeguards(&self, written: &WrittenSafeguards) -> SafeguardTerms {
        SafeguardTerms { budget_kinds: self.kinds(&written.budget_kinds) }
    }

    pub(super) fn governance(&self, written: &WrittenGovernance) -> Option<GovernanceTerms> {
        let posts = self.items(&written.post, "a post");
        let bodies = self.items(&written.body, "a body");
        self.sheet.distinct(written.seat.iter().map(|seat| &seat.code), "a seat");
        let seats = written.seat.iter().filter_map(|seat| {
            let clauses = self.names.clauses(self.sheet, std::slice::from_ref(&seat.clause));
            Some(Seat {
                code: seat.code.value.clone(),
                label: seat.label.clone().into(),
                posts: self.sheet.look_up_all(
                    &posts,
                    |post| &post.code,
                    &seat.posts,
                    self.sheet.list("a post"),
                ),
                by_rank: seat.by_rank,
                clause: *clauses.first()?,
            })
        });
        let seats = self.sheet.arena(seats.collect(), SET_CAPACITY, "seats");
        let office_at = self.item(&bodies, &written.office_at, "a body")?;
        Some(GovernanceTerms { posts, bodies, office_at, seats })
    }

    pub(super) fn report(
        &self,
        written: &WrittenReported,
        reports: &[Report],
    ) -> Option<ReportTerms> {
        let report = &written.report;
        if !reports.iter().any(|known| known.code == report.value) {
            let known: Vec<String> = reports.iter().map(|known| quoted(&known.code)).collect();
            self.sheet.not_found(
                report,
                REPORTS,
                format!("a report of dates.toml: one of {}", known.join(", ")),
                "write one of these, or add it there",
            );
            return None;
        }
        Some(ReportTerms {
            report: report.value.clone(),
            items: self.items(&written.item, "an item"),
            recipient: written.recipient.clone().into(),
            undated: written.undated.clone().into(),
            late: written.late.clone().into(),
        })
    }
}
