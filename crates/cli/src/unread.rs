//! Whether something came on standard input that nobody asked to read.

/// Whether bytes wait on standard input, or stand in the file that it is.
#[cfg(unix)]
pub(crate) fn is_something_there() -> bool {
    use std::io::stdin;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::{FileType, fstat};

    let input = stdin();
    let Ok(status) = fstat(&input) else { return false };
    match FileType::from_raw_mode(status.st_mode) {
        FileType::RegularFile => status.st_size > 0,
        FileType::Fifo | FileType::Socket => {
            let mut waiting = [PollFd::new(&input, PollFlags::IN)];
            let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
            poll(&mut waiting, Some(&at_once)).is_ok()
                && waiting.iter().any(|input| input.revents().contains(PollFlags::IN))
        }
        FileType::Directory
        | FileType::Symlink
        | FileType::CharacterDevice
        | FileType::BlockDevice
        | FileType::Unknown => false,
    }
}

/// Elsewhere nobody can tell without reading it.
#[cfg(not(unix))]
pub(crate) fn is_something_there() -> bool {
    false
}
