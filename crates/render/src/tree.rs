//! Trees: an explanation, the provisions, the readings.

use std::fmt;

use qiaolian_core::explain::{Explanation, Responsible, Step};
use qiaolian_core::policy::{Body, Lang, Nature, Policy, Rule, Rulebook, Word, clauses};

use crate::label;
use crate::reason::reason;
use crate::view::View;

/// A line of text with lines below it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Branch {
    /// The line.
    pub text: String,
    /// What stands below it.
    pub below: Vec<Self>,
}

impl Branch {
    /// A line with nothing below it.
    #[must_use]
    pub fn leaf(text: impl Into<String>) -> Self {
        Self { text: text.into(), below: Vec::new() }
    }
    /// A line with these below it.
    #[must_use]
    pub fn of(text: impl Into<String>, below: Vec<Self>) -> Self {
        Self { text: text.into(), below }
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, indent: &str) -> fmt::Result {
        let last = self.below.len().saturating_sub(1);
        for (at, branch) in self.below.iter().enumerate() {
            let (corner, rest) = if at == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            writeln!(f, "{indent}{corner}{}", branch.text)?;
            branch.write(f, &format!("{indent}{rest}"))?;
        }
        Ok(())
    }
}

impl fmt::Display for Branch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.write(f, "")
    }
}

/// One answer with every condition that was looked at.
#[must_use]
pub fn explanation(
    view: &View<'_>,
    explained: &Explanation,
    responsible: &Responsible<'_>,
    warnings: &[String],
    lang: Lang,
) -> Branch {
    let rulebook = view.policy.rulebook();
    let words = &rulebook.words;
    let get = |word| words.get(word, lang);
    let heading =
        [view.name, view.county, Some(rulebook.kinds.of(view.subject.kind).label.get(lang))];
    let heading: Vec<&str> = heading.into_iter().flatten().collect();
    let mut below = vec![
        Branch::of(get(Word::TreeResult), result(view, lang)),
        Branch::of(get(Word::TreeReason), vec![Branch::leaf(reason(view, lang))]),
        Branch::of(
            get(Word::TreeConditions),
            explained.trace.iter().map(|step| condition(rulebook, step, lang)).collect(),
        ),
    ];
    let mut list = |word, lines: Vec<Branch>| {
        if !lines.is_empty() {
            below.push(Branch::of(get(word), lines));
        }
    };
    list(Word::TreeMissing, label::missing(view, lang).map(Branch::leaf).collect());
    list(Word::TreeDecisive, label::decisive(view, lang).map(Branch::leaf).collect());
    list(Word::TreeWarnings, warnings.iter().map(Branch::leaf).collect());
    if !responsible.units.is_empty() {
        below.push(Branch::of(get(Word::TreeResponsible), answering(view, responsible, lang)));
    }
    Branch::of(heading.join(" · "), below)
}

pub(crate) fn result(view: &View<'_>, lang: Lang) -> Vec<Branch> {
    let rulebook = view.policy.rulebook();
    let words = &rulebook.words;
    let decision = view.decision;
    let line = |word, value: String| Branch::leaf(format!("{}: {value}", words.get(word, lang)));
    let mut lines = Vec::new();
    // Codes are of another year than the document: that is said wherever one is shown.
    if let Some(place) = view.subject.place {
        let gazetteer = rulebook.document.gazetteer.get(lang);
        let code = &rulebook.places.of(place).code;
        lines.push(line(Word::ColumnCode, format!("{code} · {gazetteer}")));
    }
    lines.push(line(Word::ColumnDuty, words.get(Word::duty(decision.duty), lang).to_owned()));
    if !decision.forms.is_empty() {
        lines.push(line(Word::ColumnForms, label::forms(rulebook, decision.forms, lang)));
    }
    if let Some(due) = decision.due.and_then(qiaolian_core::compile::day_of) {
        lines.push(line(Word::ColumnDue, due.to_string()));
    }
    lines.push(line(
        Word::ColumnFulfilment,
        words.get(Word::fulfilment(decision.fulfilment), lang).to_owned(),
    ));
    lines.push(line(Word::ColumnStatus, words.get(Word::status(decision.status), lang).to_owned()));
    lines
        .push(line(Word::ColumnProvisions, label::provisions(rulebook, decision.provisions, lang)));
    lines
}

fn condition(rulebook: &Rulebook, step: &Step, lang: Lang) -> Branch {
    let mark = match step.holds {
        Some(true) => "✓",
        Some(false) => "✗",
        None => "?",
    };
    let rule = rulebook.rules.iter().find(|note| note.rule == step.rule);
    let rule = rule.map_or(step.rule.code(), |note| note.label.get(lang));
    let observed = label::fact_value(rulebook, &step.observed, lang);
    let wanted = label::fact_value(rulebook, &step.wanted, lang);
    let slots = [("observed", observed.as_str()), ("wanted", wanted.as_str())];
    // Which kinds a row is for is a long list and decides nothing that the row's limits don't show.
    let found = match step.rule {
        Rule::Kind => observed.clone(),
        Rule::KeyArea
        | Rule::ListedPlace
        | Rule::Count
        | Rule::ConditionsMet
        | Rule::ExistingForm
        | Rule::Presumption
        | Rule::EstablishedOn
        | Rule::ExceptionAgreed
        | Rule::Due
        | Rule::Responsible
        | Rule::Coverage
        | Rule::Report => rulebook.words.say(Word::TreeObserved, lang, &slots),
    };
    let clause =
        step.clause.map(|clause| label::clause_label(rulebook, clause, lang)).unwrap_or_default();
    Branch::leaf(format!("{mark} {rule}: {found}  [{clause}]"))
}

pub(crate) fn answering(view: &View<'_>, responsible: &Responsible<'_>, lang: Lang) -> Vec<Branch> {
    let words = &view.policy.rulebook().words;
    let line = |body: &&Body| {
        let absent = body.is_county_federation && responsible.county_federation_is_absent;
        let note = if absent { words.get(Word::TreeNotThere, lang) } else { "" };
        Branch::leaf(format!("{}{note}", label::body(body, view.county, lang)))
    };
    vec![
        Branch::of(words.get(Word::TreeUnits, lang), responsible.units.iter().map(line).collect()),
        Branch::of(words.get(Word::TreePosts, lang), responsible.posts.iter().map(line).collect()),
    ]
}

/// All provisions down to the clause, with the rules that carry each.
#[must_use]
pub fn provision_list(rulebook: &Rulebook, lang: Lang) -> Branch {
    let words = &rulebook.words;
    let mut provisions = Vec::new();
    for (id, provision) in rulebook.provisions.iter() {
        let mut below = Vec::new();
        for (clause, found) in
            clauses(&rulebook.provisions).filter(|(clause, _)| clause.provision == id)
        {
            let rules: Vec<&str> =
                rulebook.rules_carrying(clause).map(|rule| rule.code()).collect();
            let note = match &found.nature {
                Nature::Guidance(why) => {
                    format!("{}: {}", words.get(Word::ProvisionGuidance, lang), why.get(lang))
                }
                Nature::Computable if rules.is_empty() => {
                    words.get(Word::ProvisionNotYet, lang).to_owned()
                }
                Nature::Computable => {
                    words.say(Word::ProvisionCarriedBy, lang, &[("rules", &rules.join(", "))])
                }
            };
            let code = clause.code(&rulebook.provisions);
            below.push(Branch::of(
                format!("{code} {}", found.says.get(lang)),
                vec![Branch::leaf(note)],
            ));
        }
        let heading = format!("{} {}", provision.label.get(lang), provision.title.get(lang));
        provisions.push(Branch::of(heading, below));
    }
    provisions.push(Branch::leaf(provision_totals(rulebook, lang)));
    Branch::of(rulebook.document.title.get(lang), provisions)
}

/// How many provisions and clauses there are, and what holds them.
pub(crate) fn provision_totals(rulebook: &Rulebook, lang: Lang) -> String {
    let (mut carried, mut guidance, mut open) = (0, 0, 0);
    for (clause, found) in clauses(&rulebook.provisions) {
        match &found.nature {
            Nature::Guidance(_) => guidance += 1,
            Nature::Computable if rulebook.rules_carrying(clause).next().is_none() => open += 1,
            Nature::Computable => carried += 1,
        }
    }
    let count = |number: usize| number.to_string();
    rulebook.words.say(
        Word::ProvisionTotals,
        lang,
        &[
            ("provisions", &count(rulebook.provisions.len())),
            ("clauses", &count(carried + guidance + open)),
            ("carried", &count(carried)),
            ("guidance", &count(guidance)),
            ("open", &count(open)),
        ],
    )
}

/// All readings with their choices, what speaks for each, and which is in force.
#[must_use]
pub fn reading_list(policy: &Policy, lang: Lang) -> Branch {
    let rulebook = policy.rulebook();
    let words = &rulebook.words;
    let readings = rulebook.readings.iter().map(|(id, reading)| {
        let choices = reading.choices.iter().map(|(choice, known)| {
            let mut marks = Vec::new();
            if choice == reading.default {
                marks.push(words.get(Word::ReadingDefault, lang));
            }
            if choice == *policy.choices().of(id) {
                marks.push(words.get(Word::ReadingInForce, lang));
            }
            let marks =
                if marks.is_empty() { String::new() } else { format!(" [{}]", marks.join(", ")) };
            let line = format!("{}: {}{marks}", known.code, known.label.get(lang));
            Branch::of(line, vec![Branch::leaf(known.reason.get(lang))])
        });
        let clauses: Vec<String> = reading
            .clauses
            .iter()
            .map(|clause| label::clause_label(rulebook, *clause, lang))
            .collect();
        let heading =
            format!("{}  {} [{}]", reading.code, reading.phrase.get(lang), clauses.join(", "));
        Branch::of(heading, choices.collect())
    });
    Branch::of(rulebook.document.title.get(lang), readings.collect())
}

/// What a policy is: its document, and its rows of rules under the choices in force.
#[must_use]
pub fn policy(policy: &Policy, lang: Lang) -> Branch {
    let (rulebook, terms) = (policy.rulebook(), policy.terms());
    let words = &rulebook.words;
    let document = &rulebook.document;
    let rows = terms.rows.iter().map(|(_, row)| {
        let kinds: Vec<&str> =
            row.kinds.iter().map(|kind| rulebook.kinds.of(kind).label.get(lang)).collect();
        let mut heading = format!("{}: {}", row.code, kinds.join(words.get(Word::Comma, lang)));
        if let Some(area) = row.area {
            heading = format!("{heading} · {}", terms.areas.of(area).label.get(lang));
        }
        let tiers = row.tiers.iter().map(|(_, tier)| {
            let ask = &tier.ask;
            let mut parts = vec![
                format!("≥{}", tier.start(&terms.limits)),
                words.get(Word::duty(Some(ask.duty)), lang).to_owned(),
            ];
            if !ask.forms.is_empty() {
                parts.push(label::forms(rulebook, ask.forms, lang));
            }
            parts.extend(ask.due.map(|due| terms.due_day(due).to_string()));
            let clauses: Vec<String> = ask
                .clauses
                .iter()
                .map(|clause| label::clause_label(rulebook, *clause, lang))
                .collect();
            Branch::leaf(format!("{}  [{}]", parts.join(" · "), clauses.join(", ")))
        });
        Branch::of(heading, tiers.collect())
    });
    let about = [&document.source, &document.gazetteer].map(|text| Branch::leaf(text.get(lang)));
    let heading = format!("{}  {}", rulebook.name(), document.title.get(lang));
    Branch::of(heading, about.into_iter().chain(rows).collect())
}
