//! An explanation for people: the determination, a tree to read, and names that are near.

use qiaolian_core::policy::{Lang, Text, Word};
use qiaolian_render as render;
use qiaolian_resolve::Warning;
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::determination::Determination;
use crate::error::Error;

/// One subject explained.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explained {
    /// The determination, with reason and trace.
    pub determination: Determination,
    /// The same as a tree of lines to read.
    pub tree: Text,
    /// Listed places whose names are near, where the name was found nowhere.
    pub near_names: Vec<String>,
}

impl Explained {
    pub(crate) fn of(assessment: &Assessment<'_>) -> Result<Self, Error> {
        let policy = assessment.policy;
        let date = assessment.question_date();
        let explained = policy.core().explain(&assessment.resolved.subject, date)?;
        let responsible = assessment.responsible();
        let near_names = near_names(assessment);
        let tree = |lang| {
            let words = &policy.core().rulebook().words;
            let mut warnings: Vec<String> = assessment
                .resolved
                .warnings
                .iter()
                .map(|warning| words.get(word(*warning), lang).to_owned())
                .collect();
            if !near_names.is_empty() {
                warnings.push(near_names.join("、"));
            }
            let view = assessment.view();
            render::explanation(&view, &explained, &responsible, &warnings, lang).to_string()
        };
        let tree = Text { zh: tree(Lang::Zh), en: tree(Lang::En) };
        Ok(Self { determination: assessment.determination(), tree, near_names })
    }
}

fn near_names(assessment: &Assessment<'_>) -> Vec<String> {
    let odd = [Warning::NameNotFound, Warning::NearName];
    let resolved = &assessment.resolved;
    let (policy, county) = (assessment.policy, resolved.subject.county);
    match &resolved.name {
        Some(name) if resolved.warnings.iter().any(|warning| odd.contains(warning)) => policy
            .resolver()
            .near_names(policy.core(), county, name)
            .into_iter()
            .map(|place| policy.core().rulebook().places.of(place).name.clone())
            .collect(),
        Some(_) | None => Vec::new(),
    }
}

const fn word(warning: Warning) -> Word {
    match warning {
        Warning::NameNotFound => Word::WarningNameNotFound,
        Warning::CodeNotFound => Word::WarningCodeNotFound,
        Warning::NameDiffersFromCode => Word::WarningNameDiffersFromCode,
        Warning::NearName => Word::WarningNearName,
    }
}
