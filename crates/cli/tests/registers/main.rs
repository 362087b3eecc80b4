//! Registers that something is wrong with, through the command line: what is read all the same, and
//! what people are told.

mod bombs;
mod broken;
mod long_cells;
mod manifest;
mod messages;
mod messy;
mod own_columns;
mod run;
