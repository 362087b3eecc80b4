//! The rows of a register that aren't compared, since a policy can't read them.

use qiaolian::{DiffRejected, DiffReport, Lang, Policy};
use qiaolian_core::policy::Word;

use crate::output::{MOST_REJECTED, Rejected};

/// Whether a row is in a group.
type IsIn = fn(&DiffRejected) -> bool;

/// How many there are, by who can read them, and the first of them with the reason.
pub(super) fn lines(
    report: &DiffReport,
    lines: &[u64],
    (before, after): (&Policy, &Policy),
    lang: Lang,
) -> Vec<String> {
    let mut told = Vec::new();
    let Some(found) = &report.subjects else { return told };
    let groups: [(Word, IsIn); 3] = [
        (Word::DiffReadByFirst, |row| row.before.is_none()),
        (Word::DiffReadBySecond, |row| row.after.is_none()),
        (Word::DiffRejected, is_read_by_neither),
    ];
    for (word, is_in) in groups {
        let rows = || found.rejected.iter().zip(lines).filter(|(row, _)| is_in(row));
        let count = rows().count();
        if count == 0 {
            continue;
        }
        let words = &after.core().rulebook().words;
        told.push(words.say(word, lang, &[("count", &count.to_string())]));
        for (row, line) in rows().take(MOST_REJECTED) {
            let (policy, why) = match (&row.before, &row.after) {
                (Some(why), _) => (before, why),
                (None, Some(why)) => (after, why),
                (None, None) => continue,
            };
            let problems = why.problems.clone();
            let rejected = Rejected { columns: Vec::new(), row: row.row, line: *line, problems };
            told.push(policy.core().rulebook().words.say(
                Word::SummaryRejected,
                lang,
                &[
                    ("row", &rejected.row.to_string()),
                    ("line", &rejected.line.to_string()),
                    ("problems", &rejected.sentences(lang)),
                ],
            ));
        }
    }
    told
}

/// Whether it is the register's mistake: what one of the policies can read differs between them.
pub(super) fn is_read_by_neither(row: &DiffRejected) -> bool {
    row.before.is_some() && row.after.is_some()
}
