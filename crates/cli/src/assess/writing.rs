//! Answers and rejected rows go out beside the reading, in a thread of their own.

use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{Scope, ScopedJoinHandle};

use super::Item;
use crate::error::CliError;
use crate::output::{Output, Rejected, RejectsFile};
use crate::target::Target;

/// How many rows go over at once.
const BATCH: usize = 256;

/// How many batches wait, so that memory stays flat whichever side is slower.
const WAITING: usize = 4;

/// Where rows go over.
pub(crate) struct Items<'p> {
    batch: Vec<Item<'p>>,
    to: SyncSender<Vec<Item<'p>>>,
    /// Batches that are done with. They are let go of where they were made: memory that another
    /// thread gives back has both wait for each other.
    done: Receiver<Vec<Item<'p>>>,
}

/// Where rows come out.
pub(crate) struct Batches<'p> {
    from: Receiver<Vec<Item<'p>>>,
    done: Sender<Vec<Item<'p>>>,
}

impl<'p> Batches<'p> {
    /// Gives each row, until `take` fails.
    pub(crate) fn each<E>(self, mut take: impl FnMut(&Item<'p>) -> Result<(), E>) -> Result<(), E> {
        for batch in &self.from {
            batch.iter().try_for_each(&mut take)?;
            // Nobody is there any more to let go of the last ones.
            let _ = self.done.send(batch);
        }
        Ok(())
    }
}

impl<'p> Items<'p> {
    /// Where rows go over, and where they come out.
    pub(crate) fn new() -> (Self, Batches<'p>) {
        let (to, from) = sync_channel(WAITING);
        let (back, done) = channel();
        (Self { batch: Vec::with_capacity(BATCH), to, done }, Batches { from, done: back })
    }

    /// One row more.
    pub(crate) fn push(&mut self, item: Item<'p>) -> Result<(), CliError> {
        self.batch.push(item);
        if self.batch.len() < BATCH {
            return Ok(());
        }
        let mut next = self.done.try_recv().unwrap_or_else(|_| Vec::with_capacity(BATCH));
        next.clear();
        let batch = std::mem::replace(&mut self.batch, next);
        // Nobody takes it any more where writing has failed, and says why itself.
        self.to.send(batch).map_err(|_| CliError::Output(std::io::ErrorKind::BrokenPipe.into()))
    }
}

impl Drop for Items<'_> {
    fn drop(&mut self) {
        // As above.
        let _ = self.to.send(std::mem::take(&mut self.batch));
    }
}

/// What is written to.
pub(super) struct Writing {
    /// The output; none once whoever read it has seen enough.
    output: Option<Output>,
    /// Whether something else is wanted beside it.
    keeps_on: bool,
    /// How many rejected rows the output wants to have at the end.
    most_rejected: usize,
    rejects: Option<RejectsFile>,
    /// The rejected rows that the output wants to have at the end.
    rejected: Vec<Rejected>,
}

impl Writing {
    /// Writing that goes on, where whoever reads the output stops, for what else is wanted.
    pub(super) fn new(output: Output, rejects: Option<RejectsFile>, keeps_on: bool) -> Self {
        let most_rejected = output.most_rejected();
        let output = Some(output);
        Self { output, keeps_on, most_rejected, rejects, rejected: Vec::new() }
    }

    /// Starts writing what is put into the items.
    pub(super) fn start<'scope, 'p: 'scope>(
        self,
        scope: &'scope Scope<'scope, '_>,
    ) -> (Items<'p>, ScopedJoinHandle<'scope, Result<Self, CliError>>) {
        let (items, from) = Items::new();
        (items, scope.spawn(move || self.all(from)))
    }

    fn all(mut self, from: Batches<'_>) -> Result<Self, CliError> {
        from.each(|item| {
            match item {
                Item::Answered(answered) => {
                    if let Some(output) = &mut self.output {
                        match output.write(answered) {
                            Err(error) if self.keeps_on && error.is_closed_pipe() => {
                                self.output = None;
                            }
                            written => written?,
                        }
                    }
                }
                Item::Rejected(rejected) => {
                    if let Some(file) = &mut self.rejects {
                        file.write(rejected)?;
                    }
                    if self.rejected.len() < self.most_rejected {
                        self.rejected.push(rejected.clone());
                    }
                }
            }
            Ok::<(), CliError>(())
        })?;
        Ok(self)
    }

    /// Ends the file of rejected rows; gives what is still to be ended and settled.
    pub(super) fn finish(self) -> Result<Written, CliError> {
        let rejects = self.rejects.map(RejectsFile::finish).transpose()?;
        Ok(Written { output: self.output, rejected: self.rejected, rejects })
    }
}

/// What is still to be ended and settled.
pub(super) struct Written {
    pub(super) output: Option<Output>,
    /// The rejected rows that the output wants.
    pub(super) rejected: Vec<Rejected>,
    pub(super) rejects: Option<Target>,
}
