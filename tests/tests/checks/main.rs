//! The checks of the rest of a document: the shared vectors.

mod vectors;
