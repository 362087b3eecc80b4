//! The dossier: all that is found of one place or unit together, as values, as a tree and as a page.

mod cases;
mod page;
mod samples;
mod whole;
