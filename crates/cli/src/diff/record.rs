//! A row that was read by one policy's columns, as another policy's record.

use qiaolian_core::model::GroupId;
use qiaolian_core::policy::Rulebook;
use qiaolian_register::Row;
use qiaolian_resolve::{Cell, Column, Record};

/// Which columns of one policy are which of another: all but the groups of people are the same, and
/// groups are matched by their codes.
pub(super) struct Columns {
    /// The groups that both have.
    groups: Vec<(GroupId, GroupId)>,
    /// The groups that only the other policy has, under the headers that are written for them.
    others: Vec<(Vec<String>, GroupId)>,
}

impl Columns {
    pub(super) fn between(before: &Rulebook, after: &Rulebook) -> Self {
        let (mut groups, mut others) = (Vec::new(), Vec::new());
        for (id, group) in after.groups.iter() {
            match before.group(&group.code) {
                Some(known) => groups.push((known, id)),
                None => others.push((vec![group.code.clone(), group.label.zh.clone()], id)),
            }
        }
        Self { groups, others }
    }

    /// The row as the other policy's record. A group that it lacks is left out.
    pub(super) fn record<'r>(&self, row: &Row<'r>) -> Record<'r> {
        let of = |column: Column| match column {
            Column::Group(group) => {
                let known = self.groups.iter().find(|(before, _)| *before == group);
                known.map(|(_, after)| Column::Group(*after))
            }
            Column::Code
            | Column::Name
            | Column::County
            | Column::Township
            | Column::Kind
            | Column::Total
            | Column::KeyArea
            | Column::ExistingForm
            | Column::EstablishedOn
            | Column::ConditionsMet
            | Column::ExceptionAgreed => Some(column),
        };
        let known = row.record.cells.iter().map(|(column, cell)| (of(*column), cell.clone()));
        let own = row.extra.iter().map(|(header, text)| {
            let is_it = |(written, _): &&(Vec<String>, GroupId)| {
                written.iter().any(|known| known.eq_ignore_ascii_case(header.trim()))
            };
            let group = self.others.iter().find(is_it).map(|(_, group)| Column::Group(*group));
            (group, Cell::Text(text.clone()))
        });
        let cells = known.chain(own).filter_map(|(column, cell)| Some((column?, cell)));
        Record { cells: cells.collect() }
    }
}
