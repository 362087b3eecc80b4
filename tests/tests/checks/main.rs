//! The checks of the rest of a document: the shared vectors, and every cell of a leadership.

mod leadership_cells;
mod vectors;
