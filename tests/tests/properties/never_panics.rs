//! Whatever is given as facts, there is an answer or an error that says how to mend it.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use qiaolian::{Error, Fact, Facts, Lang, Question};

use crate::packs::Pack;
use crate::subjects::packs;

/// What registers are full of, and what breaks programs.
const ODD: [&str; 30] = [
    "",
    " ",
    "　",
    "0",
    "-0",
    "12",
    "１２",
    "1,234",
    "1e9",
    "4294967295",
    "4294967296",
    "1.5",
    "NaN",
    "无",
    "未知",
    "是",
    "false",
    "none",
    "federation",
    "2022-02-30",
    "2022-03-01",
    "9999-12-31",
    "530402006001",
    "530402",
    "大营社区",
    "红塔区",
    "峨山",
    "{column}",
    "\0",
    "\u{202e}🏮\u{feff}",
];

fn text(pack: &'static Pack) -> impl Strategy<Value = String> {
    let rulebook = pack.policy.core().rulebook();
    let names = rulebook.places.iter().map(|(_, place)| place.name.clone());
    let kinds = rulebook.kinds.iter().map(|(_, kind)| kind.code.clone());
    let own: Vec<String> = names.chain(kinds).chain(pack.places.iter().cloned()).collect();
    prop_oneof![
        2 => select(&ODD[..]).prop_map(str::to_owned),
        3 => select(own),
        1 => any::<String>(),
        1 => (select(&ODD[..]), any::<String>(), select(&ODD[..])).prop_map(|(a, b, c)| format!("{a}{b}{c}")),
    ]
}

fn fact(pack: &'static Pack) -> impl Strategy<Value = Fact> {
    prop_oneof![
        5 => text(pack).prop_map(Fact::Text),
        1 => Just(Fact::Unknown(())),
        1 => any::<bool>().prop_map(Fact::Truth),
        2 => any::<u32>().prop_map(Fact::from),
        2 => prop::num::f64::ANY.prop_map(Fact::from),
        1 => select(vec![530_402.0, 530_402_006_001.0, -1.0, 1e300, f64::NAN]).prop_map(Fact::from),
    ]
}

/// Facts under columns of the policy, now and then under names that are no fact.
fn facts(pack: &'static Pack) -> impl Strategy<Value = Facts> {
    let rulebook = pack.policy.core().rulebook();
    let columns = qiaolian_resolve::Column::all(rulebook).into_iter();
    let columns: Vec<String> = columns.map(|column| column.code(rulebook).to_owned()).collect();
    let name = prop_oneof![40 => select(columns), 1 => any::<String>()];
    prop::collection::vec((name, fact(pack)), 0..9).prop_map(|facts| facts.into_iter().collect())
}

fn asked() -> impl Strategy<Value = (&'static Pack, Facts, Question)> {
    packs().prop_flat_map(|pack| {
        let day = prop_oneof![
            4 => any::<i32>().prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day % 3_000_000)),
            1 => select(vec![Some(NaiveDate::MIN), Some(NaiveDate::MAX)]),
        ];
        let question = (day, prop::option::of(any::<u32>()), any::<bool>()).prop_map(
            |(day, due_soon_days, is_chinese)| {
                let lang = if is_chinese { Lang::Zh } else { Lang::En };
                Question { as_of: day.unwrap_or_default(), due_soon_days, lang }
            },
        );
        (Just(pack), facts(pack), question)
    })
}

/// Whether an error names each mistake and how to mend it, in both languages.
fn is_helpful(error: &Error) -> bool {
    let envelope = error.envelope();
    let of_problems =
        envelope.problems.iter().flat_map(|problem| [&problem.message, &problem.help]);
    let texts = [&envelope.message, &envelope.help].into_iter().chain(of_problems);
    let is_about_facts = matches!(error, Error::InvalidFacts { problems } if !problems.is_empty())
        || matches!(error, Error::UnknownFact { names, .. } if !names.is_empty());
    is_about_facts && texts.into_iter().all(|text| !text.zh.is_empty() && !text.en.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn any_facts_get_an_answer_or_an_error_that_helps((pack, facts, question) in asked()) {
        let policy = &pack.policy;
        let found = policy.assess(&facts, question);
        match (&found, policy.explain(&facts, question)) {
            (Ok(found), Ok(explained)) => {
                prop_assert_eq!(found, &explained.determination);
                prop_assert!(!explained.tree.zh.is_empty() && !explained.tree.en.is_empty());
            }
            (Err(error), Err(of_explain)) => {
                prop_assert_eq!(error, &of_explain);
                prop_assert!(is_helpful(error), "{error:?}");
            }
            (found, explained) => prop_assert!(false, "{found:?}\n{explained:?}"),
        }
        let together = policy.assess_all([&facts], question);
        prop_assert_eq!(together.len(), 1);
        prop_assert_eq!(together[0].is_ok(), found.is_ok());
    }
}
