//! A page to read: findings in blocks, in colour where a terminal has any, as wide as it is.

use std::fmt::Write;
use std::io::{self, IsTerminal};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use qiaolian::checks::{FindingEntry, Findings, SubjectEntry};
use qiaolian::{Policy, Question};
use qiaolian_core::checks::{Check, Outcome};
use qiaolian_core::policy::Word;
use qiaolian_render::{self as render, Block, Found};
use terminal_size::{Width, terminal_size};
use textwrap::{Options, WordSplitter};

use crate::{question, shown};

/// The width of a page that nothing bounds.
const UNBOUNDED: usize = usize::MAX;

/// How far the lines below a heading are to the right of it.
const INDENT: &str = "  ";

/// A page that is being written.
pub(crate) struct Page<'p> {
    policy: &'p Policy,
    question: Question,
    width: usize,
    has_colours: bool,
    text: String,
}

impl<'p> Page<'p> {
    /// An empty page; one for a terminal has its width and colours, if it is one.
    pub(crate) fn new(policy: &'p Policy, question: Question, is_for_terminal: bool) -> Self {
        let output = io::stdout();
        let is_terminal = is_for_terminal && output.is_terminal();
        let width = terminal_size().filter(|_| is_terminal);
        Self {
            policy,
            question,
            width: width.map_or(UNBOUNDED, |(Width(width), _)| width.into()),
            has_colours: is_for_terminal && AutoStream::choice(&output) != ColorChoice::Never,
            text: String::new(),
        }
    }

    /// The whole page.
    pub(crate) fn text(self) -> String {
        self.text
    }

    /// The findings of one subject, or of the whole.
    pub(crate) fn findings(&mut self, found: &Findings) {
        self.heading(found.check);
        if let Some(subject) = &found.subject {
            self.subject(subject);
        }
        self.blocks(&found.findings);
        self.counted(found.findings.iter().map(|finding| finding.outcome));
    }

    /// A text that is laid out already: the lines of a tree stay as they are.
    pub(crate) fn text_of(&mut self, text: &str) {
        self.line(&question::line(self.policy, self.question));
        self.text.push('\n');
        self.text.push_str(text);
    }

    /// Which check, by which policy, as of when.
    pub(crate) fn heading(&mut self, check: Check) {
        let words = &self.policy.core().rulebook().words;
        let check = words.get(Word::check(Some(check)), self.question.lang);
        self.line(&format!("{check} · {}", question::line(self.policy, self.question)));
    }

    /// Which subject.
    pub(crate) fn subject(&mut self, subject: &SubjectEntry) {
        let kind = render::named(self.policy.core().rulebook(), &subject.kind, self.question.lang);
        let county =
            subject.county.as_deref().filter(|county| subject.name.as_deref() != Some(*county));
        let parts = [subject.name.as_deref(), county, Some(&kind)];
        let parts: Vec<String> = parts.into_iter().flatten().map(shown::cell).collect();
        self.text.push('\n');
        self.line(&parts.join(" · "));
    }

    /// A block a finding.
    pub(crate) fn blocks(&mut self, findings: &[FindingEntry]) {
        let Question { as_of, lang, .. } = self.question;
        for finding in findings {
            let found = Found {
                rule: finding.rule,
                clause: &finding.provision,
                outcome: finding.outcome,
                message: &finding.message,
                due: finding.due,
                posts: &finding.responsible_posts,
                missing: &finding.missing,
            };
            self.block(&Block::of(self.policy.core().rulebook(), &found, as_of, lang));
        }
    }

    fn block(&mut self, block: &Block) {
        self.text.push('\n');
        let (start, style) = (self.text.len(), style(block.outcome));
        self.line(&format!("{}  {}", block.label, block.heading));
        // A label is no wider than a terminal, so that it stands whole at the line's beginning.
        if self.has_colours {
            self.text.insert_str(start + block.label.len(), &format!("{style:#}"));
            self.text.insert_str(start, &style.to_string());
        }
        for line in &block.lines {
            self.wrapped(line, INDENT);
        }
    }

    /// How many findings there are of each outcome.
    pub(crate) fn counted(&mut self, outcomes: impl IntoIterator<Item = Outcome>) {
        let rulebook = self.policy.core().rulebook();
        let counted = render::counted(rulebook, outcomes, self.question.lang);
        self.text.push('\n');
        self.line(&counted);
    }

    fn line(&mut self, line: &str) {
        self.wrapped(line, "");
    }

    /// A line that goes on further to the right where a terminal is too narrow for it. Codes, days and
    /// paths stay whole where there is room.
    fn wrapped(&mut self, line: &str, indent: &str) {
        let behind = format!("{indent}{INDENT}");
        let options = Options::new(self.width)
            .initial_indent(indent)
            .subsequent_indent(&behind)
            .word_splitter(WordSplitter::NoHyphenation);
        // Writing to a text never fails.
        let _ = writeln!(self.text, "{}", textwrap::fill(&shown::line(line), options));
    }
}

const fn style(outcome: Outcome) -> Style {
    let colour = match outcome {
        Outcome::Met => AnsiColor::Green,
        Outcome::NotYet => AnsiColor::Yellow,
        Outcome::NotMet => AnsiColor::Red,
        Outcome::Advice => AnsiColor::Blue,
        Outcome::Review => AnsiColor::Magenta,
        Outcome::Unknown => AnsiColor::Cyan,
        Outcome::NotApplicable => return Style::new().dimmed(),
    };
    colour.on_default().bold()
}
