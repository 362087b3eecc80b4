//! What there is to say when all rows are through.

use qiaolian::{Lang, Policy, Question};
use qiaolian_core::policy::Word;

use super::Rejected;
use crate::question;
use crate::receipt::{Receipt, Tally};

/// What there is to say when all rows are through.
pub(crate) struct Summary<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) question: Question,
    pub(crate) receipt: &'a Receipt,
    /// The rejected rows, or the first of them where the output doesn't have them.
    pub(crate) rejected: &'a [Rejected],
    pub(crate) tally: Tally,
    pub(crate) is_built_in: bool,
    /// Whether something came on standard input that nobody asked to read.
    pub(crate) left_unread: bool,
}

impl Summary<'_> {
    /// The summary in words: what was asked, rejected rows, and how many rows there were of each sort.
    pub(crate) fn lines(&self) -> Vec<String> {
        let lang = self.question.lang;
        let rulebook = self.policy.core().rulebook();
        let words = &rulebook.words;
        let mut lines = Vec::new();
        if self.left_unread {
            lines.push(words.get(Word::SummaryLeftUnread, lang).to_owned());
        }
        if self.is_built_in {
            lines.push(words.say(
                Word::SummaryBuiltIn,
                lang,
                &[
                    ("scope", rulebook.document.scope.get(lang)),
                    ("count", &rulebook.places.len().to_string()),
                    ("gazetteer", rulebook.document.gazetteer.get(lang)),
                ],
            ));
        }
        lines.push(question::line(self.policy, self.question));
        lines.extend(
            self.rejected.iter().take(MOST_REJECTED).map(|row| self.rejected_line(row, lang)),
        );
        let Tally { read, assessed, rejected, skipped } = self.tally;
        lines.push(words.say(
            Word::SummaryCounts,
            lang,
            &[
                ("read", &read.to_string()),
                ("assessed", &assessed.to_string()),
                ("rejected", &rejected.to_string()),
                ("skipped", &skipped.to_string()),
            ],
        ));
        lines
    }

    fn rejected_line(&self, rejected: &Rejected, lang: Lang) -> String {
        let words = &self.policy.core().rulebook().words;
        words.say(
            Word::SummaryRejected,
            lang,
            &[
                ("row", &rejected.row.to_string()),
                ("line", &rejected.line.to_string()),
                ("problems", &rejected.sentences(lang)),
            ],
        )
    }
}

/// How many rejected rows are told one by one; the rejects file has all of them.
pub(crate) const MOST_REJECTED: usize = 20;
