//! The difference as text to read: a tree, and with a register a table of the subjects that change.

use std::fmt::Write;

use qiaolian::{
    ChangedSubject, DiffReport, Duty, DutyOrOpen, Flow, Policy, SubjectAnswer, SubjectsDiff,
};
use qiaolian_core::policy::{Rulebook, Word};
use qiaolian_render as render;

use crate::args::DiffArgs;
use crate::spoken::Spoken;
use crate::{sheet, shown};

const COLUMNS: [Word; 8] = [
    Word::ColumnRow,
    Word::ColumnName,
    Word::ColumnCounty,
    Word::ColumnKind,
    Word::ColumnDuty,
    Word::ColumnDue,
    Word::ColumnFulfilment,
    Word::ColumnStatus,
];

pub(super) fn text(
    report: &DiffReport,
    rejected: &[String],
    policies: (&Policy, &Policy),
    args: &DiffArgs,
) -> String {
    let lang = args.lang.into();
    let mut text = shown::lines(&policies.0.diff_text(policies.1, lang));
    if let Some(subjects) = &report.subjects {
        let rulebooks = (policies.0.core().rulebook(), policies.1.core().rulebook());
        let spoken = Spoken { rulebook: rulebooks.1, lang };
        let page = Page { rulebooks, spoken, is_for_terminal: args.output.is_none() };
        text += &page.subjects(subjects, rejected);
    }
    text
}

struct Page<'p> {
    rulebooks: (&'p Rulebook, &'p Rulebook),
    /// The second policy's words, for what is of neither.
    spoken: Spoken<'p>,
    is_for_terminal: bool,
}

impl Page<'_> {
    fn change(&self, before: String, after: String) -> String {
        if before == after {
            return after;
        }
        self.spoken.say(Word::DiffChange, &[("before", &before), ("after", &after)])
    }

    fn subjects(&self, found: &SubjectsDiff, rejected: &[String]) -> String {
        let fields = found.fields;
        let counts = [
            found.assessed,
            found.changed,
            fields.duty,
            fields.forms,
            fields.due,
            fields.fulfilment,
            fields.status,
        ];
        let [assessed, changed, duty, forms, due, fulfilment, status] =
            counts.map(|count| count.to_string());
        let heading = self.spoken.say(
            Word::DiffSubjects,
            &[
                ("as_of", &found.as_of.to_string()),
                ("assessed", &assessed),
                ("changed", &changed),
                ("duty", &duty),
                ("forms", &forms),
                ("due", &due),
                ("fulfilment", &fulfilment),
                ("status", &status),
            ],
        );
        let mut lines = vec![heading];
        // Where only what is possible changes, or the forms, the table says so row by row.
        let flows = found.flows.iter().filter(|flow| {
            (flow.duty_before, flow.status_before) != (flow.duty_after, flow.status_after)
        });
        lines.extend(flows.map(|flow| self.flow(flow)));
        lines.extend(rejected.iter().map(|line| shown::line(line)));
        let mut text = lines.join("\n") + "\n";
        if !found.subjects.is_empty() {
            let words = self.spoken.words();
            let mut table = sheet::table(words, COLUMNS, &[0], self.is_for_terminal);
            for subject in &found.subjects {
                table.add_row(self.row(subject));
            }
            // Writing to a text never fails.
            let _ = writeln!(text, "{table}");
        }
        text
    }

    fn flow(&self, flow: &Flow) -> String {
        let of = |rulebook: &Rulebook, duty: DutyOrOpen, status| {
            let known = Duty::ALL.into_iter().find(|known| DutyOrOpen::from(Some(*known)) == duty);
            let of_side = |word| rulebook.words.get(word, self.spoken.lang);
            [of_side(Word::duty(known)), of_side(Word::status(status))].join("·")
        };
        let before = of(self.rulebooks.0, flow.duty_before, flow.status_before);
        let after = of(self.rulebooks.1, flow.duty_after, flow.status_after);
        let count = flow.count.to_string();
        self.spoken
            .say(Word::DiffFlow, &[("count", &count), ("before", &before), ("after", &after)])
    }

    fn row(&self, subject: &ChangedSubject) -> Vec<String> {
        let text = |text: &Option<String>| shown::cell(text.as_deref().unwrap_or_default());
        let ChangedSubject { before, after, .. } = subject;
        let duty = |rulebook: &Rulebook, answer: &SubjectAnswer| {
            render::duty(rulebook, &answer.possible_duties, &answer.forms, self.spoken.lang)
        };
        let due = |answer: &SubjectAnswer| {
            answer
                .due
                .map_or_else(|| self.spoken.get(Word::DiffAbsent).to_owned(), |due| due.to_string())
        };
        let of_side =
            |rulebook: &Rulebook, word| rulebook.words.get(word, self.spoken.lang).to_owned();
        let both = |word: fn(&SubjectAnswer) -> Word| {
            let (first, second) = self.rulebooks;
            self.change(of_side(first, word(before)), of_side(second, word(after)))
        };
        vec![
            subject.row.to_string(),
            text(&subject.name),
            text(&subject.county),
            render::named(self.rulebooks.0, &subject.kind, self.spoken.lang),
            self.change(duty(self.rulebooks.0, before), duty(self.rulebooks.1, after)),
            self.change(due(before), due(after)),
            both(|answer| Word::fulfilment(answer.fulfilment)),
            both(|answer| Word::status(answer.status)),
        ]
    }
}
