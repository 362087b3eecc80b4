//! The command line as people and programs use it.

mod check_input;
mod checks;
mod coverage;
mod csv;
mod dossier;
mod encodings;
mod exit_status;
mod explain;
mod formats;
mod help;
mod language;
mod lists;
mod manual;
mod options;
mod output_file;
mod receipt;
mod rejects;
mod replay;
mod run;
mod safe;
mod schedule;
mod schemas;
mod standard_input;
mod table;
mod template;
mod workbook;
