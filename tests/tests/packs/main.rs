//! Packs: good ones are read and proved sound; each mistake in a broken one is shown where it stands,
//! with what was found, what was expected, and how to mend it.

mod areas;
mod broken;
mod chengwan;
mod document;
mod good;
mod guide;
mod places;
mod procedure;
mod proof;
mod readings;
mod rules;
mod schemas;
mod several;
mod shape;
mod tiers;
mod words;
