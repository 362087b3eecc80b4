//! A page as markup, read strictly.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use quick_xml::Reader;
use quick_xml::events::Event;

/// Elements of HTML that have no end.
const VOID: [&str; 3] = ["meta", "br", "link"];

/// What a page consists of: its elements with their attributes, all opened and closed in order.
pub struct Page {
    /// How often each anchor stands there.
    pub ids: BTreeMap<String, usize>,
    /// Links to anchors of the page.
    pub links: BTreeSet<String>,
    /// All elements that occur.
    pub elements: BTreeSet<String>,
    /// Links and sources that aren't anchors.
    pub outside: Vec<String>,
}

/// Reads a page strictly: what is opened is closed, in order.
pub fn read(html: &str) -> Result<Page, Box<dyn Error>> {
    let mut page = Page {
        ids: BTreeMap::new(),
        links: BTreeSet::new(),
        elements: BTreeSet::new(),
        outside: Vec::new(),
    };
    let html = html.strip_prefix("<!DOCTYPE html>").ok_or("no doctype")?;
    let mut reader = Reader::from_str(html);
    // Ends are checked here, since some elements have none.
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut open = Vec::new();
    loop {
        match reader.read_event()? {
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                for attribute in start.attributes() {
                    let attribute = attribute?;
                    let value = attribute.value.to_string();
                    match attribute.key.as_ref() {
                        "id" => *page.ids.entry(value).or_default() += 1,
                        "href" => match value.strip_prefix('#') {
                            Some(anchor) => drop(page.links.insert(anchor.to_owned())),
                            None => page.outside.push(value),
                        },
                        "src" => page.outside.push(value),
                        _ => {}
                    }
                }
                if !VOID.contains(&&*name) {
                    open.push(name.clone());
                }
                page.elements.insert(name);
            }
            Event::End(end) => {
                let name = end.name().as_ref().to_owned();
                assert_eq!(open.pop(), Some(name));
            }
            Event::Eof => break,
            Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
    assert_eq!(open, [""; 0]);
    Ok(page)
}

/// The name by which a page links to a part of itself.
pub fn anchor(of: &str, code: &str) -> String {
    format!("{of}-{}", code.replace('#', "-"))
}
