//! How far a register is read, on a terminal's standard error.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How long reading may take before anybody wants to know how far it is.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar of the bytes read, or a count where nobody knows how many there are: drawn on a terminal
/// only, and only once reading takes a while.
pub(crate) struct Progress {
    all: Option<u64>,
    read: u64,
    began: Instant,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Of so many bytes.
    pub(crate) fn new(all: Option<u64>) -> Self {
        Self { all, read: 0, began: Instant::now(), bar: None }
    }

    /// So many bytes more were read.
    pub(crate) fn advance(&mut self, bytes: usize) {
        self.read = self.read.saturating_add(u64::try_from(bytes).unwrap_or_default());
        match &self.bar {
            Some(bar) => bar.set_position(self.read),
            None if self.began.elapsed() > PATIENCE => self.bar = Some(self.drawn()),
            None => {}
        }
    }

    fn drawn(&self) -> ProgressBar {
        let (bar, template) = match self.all {
            Some(all) => (ProgressBar::new(all), "{bar:40} {bytes}/{total_bytes} {eta}"),
            None => (ProgressBar::new_spinner(), "{spinner} {bytes} {bytes_per_sec}"),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_position(self.read);
        bar
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
