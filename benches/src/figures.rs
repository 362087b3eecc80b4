//! Figures of one run, read back from what criterion wrote, and the table that closes it.

use std::path::{Path, PathBuf};
use std::{fs, io};

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Table};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What is measured, by criterion's group and function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Id {
    /// The group.
    pub group: &'static str,
    /// The function.
    pub function: &'static str,
}

/// How long one thing took, in nanoseconds each.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Figure {
    /// What was measured.
    pub id: Id,
    /// The median of the samples.
    pub median: f64,
    /// The fastest sample.
    pub least: f64,
    /// The median distance of the samples from their median.
    pub noise: f64,
}

#[derive(Deserialize)]
struct Sample {
    iters: Vec<f64>,
    times: Vec<f64>,
}

#[derive(Deserialize)]
struct Estimates {
    median: Estimate,
    median_abs_dev: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    point_estimate: f64,
}

impl Figure {
    /// The figure that criterion wrote last into its folder, of passes that do so many each.
    ///
    /// # Errors
    /// There is none, or criterion writes its figures in another way.
    pub fn read(criterion: &Path, id: Id, each: usize) -> io::Result<Self> {
        let folder: PathBuf = [criterion, id.group.as_ref(), id.function.as_ref(), "new".as_ref()]
            .into_iter()
            .collect();
        let estimates: Estimates = json(&folder.join("estimates.json"))?;
        let sample: Sample = json(&folder.join("sample.json"))?;
        let passes = sample.times.iter().zip(&sample.iters).map(|(time, passes)| time / passes);
        let each = u32::try_from(each).map(f64::from).map_err(io::Error::other)?;
        Ok(Self {
            id,
            median: estimates.median.point_estimate / each,
            least: passes.fold(f64::INFINITY, f64::min) / each,
            noise: estimates.median_abs_dev.point_estimate / each,
        })
    }
}

fn json<T: DeserializeOwned>(path: &Path) -> io::Result<T> {
    Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
}

/// The figures, a line each, and how many times as long each takes as this one of them.
#[must_use]
pub fn table(figures: &[Figure], one: Id) -> Table {
    let one = figures.iter().find(|figure| figure.id == one);
    let mut table = plain(["measured", "median", "± noise", "fastest", "× decision"]);
    for Figure { id, median, least, noise } in figures {
        let what = format!("{} {}", id.group, id.function);
        let ratio = one.map(|one| format!("{:.1}", median / one.median)).unwrap_or_default();
        table.add_row([what, time(*median), time(*noise), time(*least), ratio]);
    }
    table
}

fn plain(header: [&str; 5]) -> Table {
    let mut table = Table::new();
    table.load_style(NOTHING).set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ..1e3 => format!("{nanoseconds:.1} ns"),
        ..1e6 => format!("{:.2} µs", nanoseconds / 1e3),
        _ => format!("{:.2} ms", nanoseconds / 1e6),
    }
}
