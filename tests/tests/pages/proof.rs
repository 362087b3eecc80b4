//! The proof as a page: everything that the report says stands there, and a fault is seen.

use std::error::Error;

use qiaolian::{CheckReport, Lang, Policy};
use qiaolian_core::checks::Checks;
use qiaolian_core::model::{Arena, IdSet};
use qiaolian_core::policy::{Policy as Core, Rulebook, Word};
use qiaolian_core::prove::Sample;
use scraper::{ElementRef, Html, Selector};

use crate::html::{anchor, read};
use crate::subjects::reports;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn all<'p>(page: &'p Html, selector: &str) -> Result<Vec<ElementRef<'p>>> {
    let selector = Selector::parse(selector).map_err(|error| error.to_string())?;
    Ok(page.select(&selector).collect())
}

/// What stands in the part of that id.
fn part<'p>(page: &'p Html, id: &str) -> Result<ElementRef<'p>> {
    let found = all(page, &format!("[id=\"{id}\"]"))?.into_iter().next();
    Ok(found.ok_or_else(|| format!("no {id}"))?)
}

fn text(page: &Html, id: &str) -> Result<String> {
    Ok(part(page, id)?.text().collect())
}

fn tier_id(of: &str, name: &str, conditions_met: Option<bool>) -> String {
    let unready = if conditions_met == Some(false) { "-unready" } else { "" };
    anchor(of, &format!("{name}{unready}"))
}

/// Each policy's report and page, in both languages.
fn pages() -> Result<Vec<(Policy, Lang, CheckReport, String)>> {
    let mut pages = Vec::new();
    // The built-in policies, the made-up one, and two other readings.
    for (policy, report) in reports()?.iter().take(5) {
        for lang in [Lang::Zh, Lang::En] {
            pages.push((policy.clone(), lang, report.clone(), policy.check_html(lang)));
        }
    }
    Ok(pages)
}

#[test]
fn the_page_is_sound_markup_that_loads_nothing_and_whose_links_lead_somewhere() {
    for (policy, lang, _, html) in pages().unwrap() {
        let page = read(&html).unwrap();
        assert_eq!(page.outside, [""; 0]);
        for element in ["script", "link", "img", "iframe", "object", "form", "svg"] {
            assert!(!page.elements.contains(element), "{element}");
        }
        for part in ["url(", "@import", "http:", "https:", "javascript:"] {
            assert!(!html.contains(part), "{part}");
        }
        assert_eq!(page.ids.iter().filter(|(_, times)| **times != 1).count(), 0, "{policy:?}");
        let lost = page.links.iter().filter(|link| !page.ids.contains_key(*link));
        assert_eq!(lost.collect::<Vec<_>>(), [""; 0], "{policy:?}");
        let parsed = Html::parse_document(&html);
        assert_eq!(parsed.errors, Vec::<String>::new());
        let says = match lang {
            Lang::Zh => "zh-Hans",
            Lang::En => "en",
        };
        assert_eq!(parsed.root_element().value().attr("lang"), Some(says));
        assert_eq!(all(&parsed, "h1").unwrap().len(), 1);
        // A word whose slot nobody fills would show it.
        let shown: String = all(&parsed, "main").unwrap().iter().flat_map(|it| it.text()).collect();
        assert!(!shown.replace("{\"", "").contains('{'), "{shown}");
    }
}

#[test]
fn the_head_says_which_policy_was_walked_under_which_readings_and_what_came_of_it() {
    let policy = Policy::yuxi_2020().with_readings([("at_least", "exclusive")]).unwrap();
    let html = policy.check_html(Lang::Zh);
    let page = Html::parse_document(&html);
    let head: String = all(&page, "header").unwrap().iter().flat_map(|it| it.text()).collect();
    let report = policy.check_report();
    for wanted in [
        &*report.policy,
        &*report.policy_digest,
        &*report.plan_digest,
        &report.cells.to_string(),
        &report.classes.to_string(),
        "不含本数",
        "没有发现问题",
        "2023",
    ] {
        assert!(head.contains(wanted), "{wanted}: {head}");
    }
    assert_eq!(report.in_force.get("at_least").map(String::as_str), Some("exclusive"));
    assert!(all(&page, ".fault, .gap").unwrap().is_empty());
}

#[test]
fn every_cell_of_the_tables_stands_on_the_map() {
    for (policy, lang, report, html) in pages().unwrap() {
        let page = Html::parse_document(&html);
        let rulebook = policy.core().rulebook();
        let duty = |duty| rulebook.words.get(Word::duty(Some(duty)), lang);
        let form = |code: &String| qiaolian_render::named(rulebook, code, lang);
        let mut cells = 0;
        for map in &report.map {
            for band in &map.bands {
                let tier = format!("{}.{}", map.row, band.tier.as_ref().unwrap());
                let shown = text(&page, &tier_id("tier", &tier, map.conditions_met)).unwrap();
                let asks = band.asks.as_ref().unwrap();
                assert!(shown.contains(duty(asks.duty)), "{tier}: {shown}");
                assert!(asks.forms.iter().all(|code| shown.contains(&form(code))), "{shown}");
                assert!(asks.due.is_none_or(|due| shown.contains(&due.to_string())), "{shown}");
                let name = |code| qiaolian_render::clause_named(rulebook, code, lang);
                assert!(asks.clauses.iter().all(|code| shown.contains(&name(code))), "{shown}");
                if map.bands.len() > 1 {
                    assert!(shown.contains(&band.from.to_string()), "{tier}: {shown}");
                    cells += 1;
                }
            }
            for open in &map.open {
                let name = format!("{}-{}-{}", map.row, open.least, open.most);
                let shown = text(&page, &tier_id("open", &name, map.conditions_met)).unwrap();
                assert!(open.possible_duties.iter().all(|one| shown.contains(duty(*one))));
                assert!(open.forms.iter().all(|code| shown.contains(&form(code))), "{shown}");
                assert!(open.due.is_none_or(|due| shown.contains(&due.to_string())), "{shown}");
                cells += 1;
            }
        }
        // Below the diagonal more would be the fewest than are the most.
        let squares = all(&page, ".grid tbody td").unwrap().len();
        let never = all(&page, ".grid .never").unwrap().len();
        assert_eq!(squares - never, cells);
    }
}

#[test]
fn every_other_choice_has_its_section_with_what_it_changes_and_its_example() {
    for (policy, lang, report, html) in pages().unwrap() {
        let page = Html::parse_document(&html);
        let rulebook = policy.core().rulebook();
        assert_eq!(all(&page, ".reading").unwrap().len(), policy.readings().len());
        assert_eq!(all(&page, ".other").unwrap().len(), report.readings.len());
        for reading in policy.readings() {
            let shown = text(&page, &anchor("reading", &reading.id)).unwrap();
            let choices = reading.choices.iter();
            for choice in choices {
                assert!(shown.contains(choice.label.get(lang)), "{shown}");
                assert!(shown.contains(choice.reason.get(lang)), "{shown}");
            }
        }
        for sample in &report.readings {
            let id = anchor("choice", &format!("{}-{}", sample.reading, sample.choice));
            let section = part(&page, &id).unwrap();
            let shown: String = section.text().collect();
            let rows = Selector::parse(".changes tbody tr").unwrap();
            let counted = usize::from(sample.counted.is_some());
            assert_eq!(
                section.select(&rows).count(),
                sample.cells.len()
                    + sample.places.len()
                    + sample.presumptions.len()
                    + sample.dates.len()
                    + counted,
                "{id}"
            );
            for place in sample.places.iter().chain(&sample.presumptions) {
                assert!(shown.contains(&place.name) && shown.contains(&place.code), "{shown}");
            }
            for (_, from, to) in &sample.dates {
                assert!(shown.contains(&from.to_string()) && shown.contains(&to.to_string()));
            }
            let Some(example) = &sample.example else { continue };
            let facts = Selector::parse(".facts").unwrap();
            let written: String = section.select(&facts).flat_map(|code| code.text()).collect();
            assert_eq!(serde_json::to_string(&example.facts).unwrap(), written);
            assert!(shown.contains(&example.as_of.to_string()));
            let duties = Selector::parse(".example tbody tr").unwrap();
            let rows: Vec<String> =
                section.select(&duties).map(|row| row.text().collect()).collect();
            for (row, answer) in rows.iter().zip([&example.before, &example.after]) {
                for word in [Word::fulfilment(answer.fulfilment), Word::status(answer.status)] {
                    assert!(row.contains(rulebook.words.get(word, lang)), "{row}");
                }
            }
            assert_eq!(rows.len(), 2);
        }
    }
}

#[test]
fn every_clause_stands_there_with_what_rests_on_it_or_why_nothing_does() {
    for (policy, lang, report, html) in pages().unwrap() {
        let page = Html::parse_document(&html);
        let rulebook = policy.core().rulebook();
        let provisions = policy.provisions();
        let clauses = provisions.iter().flat_map(|provision| &provision.clauses);
        for (clause, resting) in clauses.zip(&report.clauses) {
            let row = part(&page, &anchor("clause", &clause.id)).unwrap();
            let shown: String = row.text().collect();
            assert!(shown.contains(clause.text.get(lang)), "{shown}");
            if let Some(why) = &resting.why_not {
                assert!(shown.contains(why.get(lang)), "{shown}");
            }
            let sorts = Selector::parse("dt").unwrap();
            assert_eq!(row.select(&sorts).count(), resting.on_it.len(), "{}", clause.id);
            let items = Selector::parse("dd li").unwrap();
            // The groups that are counted are one thing, whatever their number.
            let things = resting.on_it.iter().map(|rest| match &*rest.sort {
                "counted" => 1,
                _ => rest.codes.len(),
            });
            assert_eq!(row.select(&items).count(), things.sum::<usize>(), "{}", clause.id);
            for rule in &clause.rules {
                let label = rulebook.rule_label(*rule).unwrap().get(lang);
                assert!(shown.contains(label) && shown.contains(rule.code()), "{shown}");
            }
        }
    }
}

/// The page of a policy that nobody would load.
fn page_of(rulebook: Rulebook) -> Html {
    let core = Core::new(rulebook);
    let html = qiaolian_render::proof_page(&core, &core.check(), Lang::En, &|_| String::new());
    Html::parse_document(&html)
}

fn beijing() -> Result<Rulebook> {
    Ok(Policy::named("beijing-universities")?.core().rulebook().clone())
}

fn red(page: &Html, of: &str) -> Result<Vec<String>> {
    Ok(all(page, of)?.iter().map(|element| element.text().collect()).collect())
}

#[test]
fn a_gap_is_red_on_the_map_and_in_the_head() {
    let mut rulebook = beijing().unwrap();
    let all_kinds = rulebook.terms.rows.ids().next().unwrap();
    let row = rulebook.terms.rows.of_mut(all_kinds);
    row.tiers = Arena::new(row.tiers.iter().skip(1).map(|(_, tier)| tier.clone()).collect());
    let page = page_of(rulebook);
    let gap = red(&page, ".band .gap").unwrap();
    assert_eq!(gap, ["0gap: nothing decides"]);
    // From nobody to each of the three tiers.
    assert_eq!(all(&page, ".grid td.gap").unwrap().len(), 3);
    assert!(red(&page, "header .fault").unwrap().iter().any(|line| line.contains("faults")));
    assert!(!red(&page, "#map > .fault").unwrap().is_empty());
    assert!(red(&page, "#map > .good").unwrap().is_empty(), "nobody says that there is no gap");
}

#[test]
fn an_overlap_is_red_on_the_map_where_it_begins() {
    let mut rulebook = beijing().unwrap();
    let all_kinds = rulebook.terms.rows.ids().next().unwrap();
    let row = rulebook.terms.rows.of_mut(all_kinds);
    let (committee, _) = row.tiers.find(|tier| tier.code == "committee").unwrap();
    row.tiers.of_mut(committee).from = 30;
    let page = page_of(rulebook);
    let overlaps = red(&page, ".band li .fault").unwrap();
    assert_eq!(overlaps, ["overlap: liaison_group starts here too"]);
    assert!(red(&page, "#map > .good").unwrap().is_empty());
    assert!(!red(&page, "#faults .fault").unwrap().is_empty());
}

#[test]
fn a_kind_that_nothing_decides_is_red_on_the_map() {
    let mut rulebook = beijing().unwrap();
    let university = rulebook.kind("university").unwrap();
    let all_kinds = rulebook.terms.rows.ids().next().unwrap();
    let kinds = rulebook.terms.rows.of(all_kinds).kinds;
    rulebook.terms.rows.of_mut(all_kinds).kinds = kinds.difference(IdSet::EMPTY.with(university));
    let page = page_of(rulebook);
    assert!(
        red(&page, "#map > .fault").unwrap().iter().any(|line| line.contains("nothing decides"))
    );
}

#[test]
fn a_computable_clause_on_which_nothing_rests_is_red() {
    let mut rulebook = Policy::yuxi_2020().core().rulebook().clone();
    rulebook.checks = Checks::default();
    let page = page_of(rulebook);
    let red = red(&page, "#clauses .fault").unwrap();
    assert!(red.len() > 20 && red.iter().all(|line| line == "✗ nothing rests on it"), "{red:?}");
}

#[test]
fn weakenings_are_told_with_their_reading() {
    let policy = Policy::yuxi_2020();
    let page = Html::parse_document(&policy.check_html(Lang::Zh));
    let notes = red(&page, "#faults li").unwrap();
    assert_eq!(notes.len(), policy.check_report().weakenings.len());
    assert!(
        notes.iter().any(|line| line.contains("没有规定") && line.contains("可以")),
        "{notes:?}"
    );
}

#[test]
fn what_a_policy_says_is_never_markup() {
    let mut rulebook = Policy::yuxi_2020().core().rulebook().clone();
    let hostile = "<script>alert(1)</script> & \"</p>";
    let reading = rulebook.readings.ids().next().unwrap();
    rulebook.readings.of_mut(reading).phrase.en = hostile.to_owned();
    rulebook.readings.of_mut(reading).code = hostile.to_owned();
    let area = rulebook.terms.areas.ids().next().unwrap();
    rulebook.terms.areas.of_mut(area).label.en = hostile.to_owned();
    let core = Core::new(rulebook);
    let facts = |_: &Sample| hostile.to_owned();
    let html = qiaolian_render::proof_page(&core, &core.check(), Lang::En, &facts);
    assert!(!read(&html).unwrap().elements.contains("script"));
    let shown = Html::parse_document(&html);
    assert!(red(&shown, ".reading h3").unwrap().iter().any(|line| line.contains(hostile)));
}
