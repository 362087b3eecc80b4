//! The document, its provisions, its subjects, who answers, and the rules' labels.

use qiaolian_core::model::{
    Arena, FormId, GroupId, IdSet, KindId, MAX_GROUPS, ProvisionId, SET_CAPACITY,
};
use qiaolian_core::policy::{
    Answer, Body, Clause, ClauseKind, ClauseRef, Counted, Document, Ending, Group, Kind, Naming,
    Nature, OrgForm, Provision, Rule, RuleNote,
};

use super::lists::{FORMS, GROUPS, KINDS, PROVISIONS};
use super::sheet::{Sheet, bytes, quoted};
use crate::written::{
    AnswersFile, Name, PolicyFile, ProvisionsFile, RulesFile, SubjectsFile, WrittenBody,
    WrittenClause,
};

/// What clauses can be, by code: whether it is guidance.
pub(crate) const NATURES: [(&str, bool); 2] = [("computable", false), ("guidance", true)];

pub(super) fn document((sheet, file): &(Sheet<'_>, PolicyFile)) -> Document {
    let digest = &file.plan_digest;
    let hex = digest.value.strip_prefix("sha256:").unwrap_or("");
    if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        sheet.fault_at(
            digest.span,
            quoted(&digest.value),
            "`sha256:` and 64 hexadecimal digits",
            "write the digest of the source text's bytes",
        );
    }
    Document {
        id: file.id.clone(),
        version: file.version.clone(),
        title: file.title.clone().into(),
        source: file.source.clone().into(),
        scope: file.scope.clone().into(),
        code_prefix: file.code_prefix.clone(),
        plan_digest: file.plan_digest.value.clone(),
        gazetteer: file.gazetteer.clone().into(),
    }
}

pub(super) fn provisions(
    (sheet, file): &(Sheet<'_>, ProvisionsFile),
) -> Arena<ProvisionId, Provision> {
    sheet.distinct(file.provision.iter().map(|provision| &provision.id), "a provision");
    let lowered = file.provision.iter().map(|provision| {
        for (clause, wanted) in provision.clause.iter().zip(1u32..) {
            if clause.number.value != wanted {
                sheet.missing(
                    bytes(clause.number.span),
                    format!("clause number {}", clause.number.value),
                    format!("{wanted}"),
                    "number the clauses of a provision from 1 on, without gaps",
                );
            }
        }
        // A clause with a mistake stays in the list, so that what cites it isn't a mistake too.
        let clauses = provision.clause.iter().map(|clause| {
            let kind = sheet.one_of(&clause.kind, &ClauseKind::CODES, "what a clause is about");
            let is_guidance = sheet.one_of(&clause.nature, &NATURES, "the nature of a clause");
            let says = qiaolian_core::policy::Text { zh: clause.zh.clone(), en: clause.en.clone() };
            Clause {
                kind: kind.unwrap_or(ClauseKind::Principle),
                modality: clause.modality.clone(),
                nature: is_guidance.map_or(Nature::Computable, |is| nature(*sheet, clause, is)),
                says,
            }
        });
        Provision {
            id: provision.id.value.clone(),
            label: provision.label.clone().into(),
            title: provision.title.clone().into(),
            clauses: clauses.collect(),
        }
    });
    sheet.arena(lowered.collect(), SET_CAPACITY, "provisions")
}

/// The nature of a clause: guidance says why, and nothing else does.
fn nature(sheet: Sheet<'_>, clause: &WrittenClause, is_guidance: bool) -> Nature {
    match (is_guidance, &clause.why) {
        (false, None) => {}
        (true, Some(why)) => return Nature::Guidance(why.clone().into()),
        (true, None) => sheet.missing(
            bytes(clause.nature.span),
            "guidance without `why`",
            "why no rule can carry it",
            "add `why = { zh = …, en = … }`",
        ),
        (false, Some(_)) => sheet.fault_at(
            clause.nature.span,
            "`why` on a computable clause",
            "`why` on guidance only",
            "take it out, or mark the clause as guidance",
        ),
    }
    Nature::Computable
}

/// What `subjects.toml` gives.
pub(super) struct Subjects {
    pub(super) kinds: Arena<KindId, Kind>,
    pub(super) groups: Arena<GroupId, Group>,
    pub(super) forms: Arena<FormId, OrgForm>,
    pub(super) full_form: FormId,
    pub(super) no_form: FormId,
    pub(super) counted: Counted,
    pub(super) naming: Naming,
}

pub(super) fn subjects(
    (sheet, file): &(Sheet<'_>, SubjectsFile),
    provisions: &Arena<ProvisionId, Provision>,
) -> Option<Subjects> {
    sheet.distinct(file.kind.iter().map(|kind| &kind.code), "a kind");
    sheet.distinct(file.group.iter().map(|group| &group.code), "a group");
    sheet.distinct(file.form.iter().map(|form| &form.code), "a form");
    let kinds = file.kind.iter().map(|kind| Kind {
        code: kind.code.value.clone(),
        label: kind.label.clone().into(),
        spellings: kind.spellings.clone(),
        code_digits: kind.code_digits,
    });
    let groups = file
        .group
        .iter()
        .map(|group| Group { code: group.code.value.clone(), label: group.label.clone().into() });
    let forms = file.form.iter().map(|form| OrgForm {
        code: form.code.value.clone(),
        label: form.label.clone().into(),
        spellings: form.spellings.clone(),
    });
    let kinds: Arena<KindId, Kind> = sheet.arena(kinds.collect(), SET_CAPACITY, "kinds");
    let groups: Arena<GroupId, Group> = sheet.arena(groups.collect(), MAX_GROUPS, "groups");
    let forms: Arena<FormId, OrgForm> = sheet.arena(forms.collect(), SET_CAPACITY, "forms");
    let form = |name: &Name| sheet.look_up(&forms, |form| &form.code, name, FORMS);
    let (full_form, no_form) = (form(&file.full_form), form(&file.no_form));
    let endings = file.ending.iter().filter_map(|ending| {
        let kind = sheet.look_up(&kinds, |kind| &kind.code, &ending.kind, KINDS)?;
        Some(Ending { kind, written: ending.written.clone() })
    });
    let naming = Naming { endings: endings.collect() };
    sheet.cites(&file.counted.clauses);
    let counted = Counted {
        groups: sheet.look_up_all(&groups, |group| &group.code, &file.counted.groups, GROUPS),
        clauses: clauses(*sheet, &file.counted.clauses.value, provisions),
    };
    if counted.groups == IdSet::EMPTY {
        sheet.missing(
            bytes(file.counted.clauses.span),
            "no counted group",
            "at least one",
            "name the groups that are summed",
        );
    }
    Some(Subjects {
        full_form: full_form?,
        no_form: no_form?,
        kinds,
        groups,
        forms,
        counted,
        naming,
    })
}

/// The clauses of that writing, `2.2#5`; a mistake is noted for each that the document lacks.
pub(super) fn clauses(
    sheet: Sheet<'_>,
    names: &[Name],
    provisions: &Arena<ProvisionId, Provision>,
) -> Vec<ClauseRef> {
    let clause = |name: &Name| {
        let found = ClauseRef::parse(&name.value, provisions);
        if found.is_none() {
            sheet.not_found(
                name,
                PROVISIONS,
                "a clause of provisions.toml, written `provision#number` as in `2.2#5`",
                "look the clause up there",
            );
        }
        found
    };
    names.iter().filter_map(clause).collect()
}

pub(super) fn answers(
    (sheet, file): &(Sheet<'_>, AnswersFile),
    provisions: &Arena<ProvisionId, Provision>,
) -> Vec<Answer> {
    let bodies = |written: &[WrittenBody]| {
        let body = |body: &WrittenBody| Body {
            named: body.named.clone().into(),
            general: body.general.clone().into(),
            is_county_federation: body.is_county_federation,
        };
        written.iter().map(body).collect()
    };
    file.answer
        .iter()
        .filter_map(|answer| {
            sheet.cites(&answer.clauses);
            let provision =
                sheet.look_up(provisions, |known| &known.id, &answer.provision, PROVISIONS)?;
            Some(Answer {
                provision,
                units: bodies(&answer.unit),
                posts: bodies(&answer.post),
                clauses: clauses(*sheet, &answer.clauses.value, provisions),
            })
        })
        .collect()
}

pub(super) fn rules(
    (sheet, file): &(Sheet<'_>, RulesFile),
    provisions: &Arena<ProvisionId, Provision>,
) -> Vec<RuleNote> {
    sheet.distinct(file.rule.iter().map(|rule| &rule.id), "a rule");
    let codes = Rule::ALL.map(|rule| (rule.code(), rule));
    let notes: Vec<RuleNote> = file
        .rule
        .iter()
        .filter_map(|rule| {
            let known = sheet.one_of(&rule.id, &codes, "a rule");
            if known.is_none() {
                sheet.is_torn();
            }
            Some(RuleNote {
                rule: known?,
                label: rule.label.clone().into(),
                clauses: clauses(*sheet, &rule.clauses, provisions),
            })
        })
        .collect();
    for missing in Rule::ALL.iter().filter(|rule| notes.iter().all(|note| note.rule != **rule)) {
        let expected = format!("a `[[rule]]` for `{}`", missing.code());
        sheet.missing((0, 0), "none", expected, "add it with its label in zh and en");
    }
    notes
}
