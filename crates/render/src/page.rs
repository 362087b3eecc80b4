//! Pages that stand alone: one file with its style inside, nothing to load and no script.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use qiaolian_core::policy::Lang;

/// A language as pages name it.
pub(crate) const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
    }
}

/// A whole page. The style is ours and goes in as it is; all else is escaped where it is put in.
pub(crate) fn page(lang: Lang, title: &str, style: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language(lang)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    page.into_string()
}
