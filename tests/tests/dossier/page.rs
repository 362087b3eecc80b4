//! The page: sound HTML that loads nothing, says what it is, and shows no markup of a name's.

use qiaolian::checks::Case;
use qiaolian::{Facts, Lang, Policy};
use scraper::{ElementRef, Html, Selector};

use crate::cases::{Result, WRITTEN, day, question, written};

fn all<'p>(page: &'p Html, selector: &str) -> Result<Vec<ElementRef<'p>>> {
    let selector = Selector::parse(selector).map_err(|error| error.to_string())?;
    Ok(page.select(&selector).collect())
}

fn first(page: &Html, selector: &str) -> Result<String> {
    let found = all(page, selector)?.into_iter().next();
    Ok(text(found.ok_or_else(|| format!("no {selector}"))?))
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn pages() -> Result<Vec<(String, Html)>> {
    let policy = Policy::yuxi_2020();
    let mut pages = Vec::new();
    for (name, day) in WRITTEN {
        for lang in [Lang::Zh, Lang::En] {
            let page = policy.dossier_html(&written(name)?, question(day, lang))?;
            let parsed = Html::parse_document(&page);
            pages.push((page, parsed));
        }
    }
    Ok(pages)
}

#[test]
fn a_page_is_sound_html_with_a_language_and_a_title() {
    for (page, parsed) in pages().unwrap() {
        assert_eq!(parsed.errors, Vec::<String>::new(), "{page}");
        let root = parsed.root_element();
        assert!(matches!(root.value().attr("lang"), Some("zh-Hans" | "en")));
        assert_eq!(first(&parsed, "title").unwrap(), first(&parsed, "h1").unwrap());
        assert_eq!(all(&parsed, "h1").unwrap().len(), 1);
    }
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    for (page, parsed) in pages().unwrap() {
        let elements =
            "script, link, img, iframe, object, embed, base, form, a, svg, [src], [href]";
        assert!(all(&parsed, elements).unwrap().is_empty());
        assert_eq!(all(&parsed, "style").unwrap().len(), 1);
        for part in ["url(", "@import", "http:", "https:", "javascript:"] {
            assert!(!page.contains(part), "{part}");
        }
        for element in all(&parsed, "*").unwrap() {
            assert!(element.value().attrs().all(|(name, _)| !name.starts_with("on")));
        }
    }
}

#[test]
fn parts_have_headings_and_each_cell_has_the_heads_of_its_row_and_column() {
    for (_, parsed) in pages().unwrap() {
        for section in all(&parsed, "section").unwrap() {
            let heading = section.value().attr("aria-labelledby").unwrap();
            let heading = all(&parsed, &format!("section > h2#{heading}")).unwrap();
            assert_eq!(heading.len(), 1);
            assert!(!text(heading[0]).trim().is_empty());
        }
        assert!(!all(&parsed, "table").unwrap().is_empty());
        for head in all(&parsed, "th").unwrap() {
            let scope = head.value().attr("scope");
            let of = head.ancestors().filter_map(ElementRef::wrap);
            let in_heads = of.into_iter().any(|above| above.value().name() == "thead");
            assert_eq!(scope, Some(if in_heads { "col" } else { "row" }));
        }
        for table in all(&parsed, "table").unwrap() {
            let count = |selector: &str| table.select(&Selector::parse(selector).unwrap()).count();
            let (rows, columns) = (count("tbody tr"), count("thead th"));
            assert_eq!(count("tbody td"), rows * (columns - 1));
            assert_eq!(count("tbody th"), rows);
            assert_eq!(count("col"), columns);
        }
    }
}

#[test]
fn an_outcome_is_a_word_beside_its_mark_and_not_a_colour() {
    for (page, parsed) in pages().unwrap() {
        let marks = all(&parsed, "span.outcome").unwrap();
        assert!(!marks.is_empty());
        for mark in marks {
            let sign = Selector::parse("[aria-hidden=true]").unwrap();
            let hidden: String = mark.select(&sign).map(text).collect();
            let word = text(mark).replacen(&hidden, "", 1);
            assert!(!hidden.is_empty() && word.trim().chars().count() > 1, "{word}");
        }
        let grey = ["#000", "#fff", "#333", "#aaa"];
        let colours =
            page.split("color: ").skip(1).map(|rest| rest.split([';', ' ']).next().unwrap());
        assert!(colours.into_iter().all(|colour| grey.contains(&colour)));
    }
}

#[test]
fn a_name_is_text_whatever_stands_in_it() {
    let policy = Policy::yuxi_2020();
    let name = "<script>alert('x')</script>&amp;<b title=\"&quot;\">村</b></title></style>\u{7}";
    let subject = Facts::new().kind("village").county("易门县").name(name);
    let case = Case { subject, ..Case::default() };
    for lang in [Lang::Zh, Lang::En] {
        let page = policy.dossier_html(&case, question(day(2023, 11, 15), lang)).unwrap();
        let parsed = Html::parse_document(&page);
        assert_eq!(parsed.errors, Vec::<String>::new());
        assert!(all(&parsed, "script, b").unwrap().is_empty());
        let shown = name.replace('\u{7}', "\u{fffd}");
        assert!(first(&parsed, "h1").unwrap().contains(&shown));
        assert!(first(&parsed, "title").unwrap().contains(&shown));
        assert!(first(&parsed, ".reason").unwrap().contains(&shown));
        assert_eq!(page.matches("<style").count(), 1);
    }
}

#[test]
fn a_page_says_what_it_is_and_from_what_it_can_be_made_again() {
    let policy = Policy::yuxi_2020();
    let rulebook = policy.core().rulebook();
    for (_, parsed) in pages().unwrap() {
        let footer = first(&parsed, "footer").unwrap();
        for part in [&rulebook.name(), &rulebook.digest, &rulebook.document.plan_digest] {
            assert!(footer.contains(part.as_str()), "{part}");
        }
        assert!(footer.contains("不是法律文书") || footer.contains("no legal act"));
        assert!(
            first(&parsed, "header").unwrap().contains(rulebook.document.title.zh.as_str())
                || first(&parsed, "header").unwrap().contains(rulebook.document.title.en.as_str())
        );
    }
}
