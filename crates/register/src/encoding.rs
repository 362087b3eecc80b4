//! How the bytes of a text stand for characters, and how that is found out.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use crate::decode::{Decoded, Decoder, Rest};
use crate::place::count;

/// How much of a pipe is looked at.
pub(crate) const LOOKED_AT: usize = 1 << 20;

/// How many bytes of a file are looked at, at a time.
const CHUNK: usize = 128 << 10;

/// So many characters beyond ASCII that are UTF-8 don't come about by chance: behind them, bytes
/// that aren't UTF-8 are damage, and no sign of another encoding.
const TELLING: u64 = 8;

/// An encoding that registers come in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, and with it what calls itself GB2312 or GBK.
    Gb18030,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Utf8, Self::Gb18030];

    /// Its name on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Gb18030 => "gb18030",
        }
    }

    /// Its name in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
        }
    }

    /// The encoding of that name, in either letter case; GB2312, GBK and Windows' cp936 are parts
    /// of GB18030.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" | "utf-8-bom" => Some(Self::Utf8),
            "gb18030" | "gbk" | "gb2312" | "cp936" => Some(Self::Gb18030),
            _ => None,
        }
    }

    /// The encoding of a text, from the whole of its file.
    ///
    /// # Errors
    /// The file can't be opened or read.
    pub fn of_file(path: &Path) -> io::Result<Self> {
        Self::detect(&mut File::open(path)?)
    }

    /// The encoding of a text, from the whole of what stands from here on; the place to read from
    /// is the same again afterwards. UTF-8 is tried before GB18030. What is neither counts as the
    /// one that goes further: reading it ends where it does.
    ///
    /// # Errors
    /// It can't be read.
    pub fn detect<R: Read + Seek>(input: &mut R) -> io::Result<Self> {
        let start = input.stream_position()?;
        let utf8 = Tried::read(input, Self::Utf8)?;
        let gb18030 = if utf8.settles() {
            None
        } else {
            input.seek(SeekFrom::Start(start))?;
            Some(Tried::read(input, Self::Gb18030)?)
        };
        input.seek(SeekFrom::Start(start))?;
        Ok(Self::of(&utf8, gb18030.as_ref()))
    }

    /// The encoding of a text by its first bytes, which are all of it or are cut off anywhere.
    pub(crate) fn of_first(bytes: &[u8], is_all: bool) -> Self {
        let utf8 = Tried::first(bytes, is_all, Self::Utf8);
        let gb18030 = (!utf8.settles()).then(|| Tried::first(bytes, is_all, Self::Gb18030));
        Self::of(&utf8, gb18030.as_ref())
    }

    fn of(utf8: &Tried, gb18030: Option<&Tried>) -> Self {
        let goes_further = |gb18030: &&Tried| match (utf8.fault, gb18030.fault) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(utf8), Some(gb18030)) => gb18030 > utf8,
        };
        gb18030.filter(goes_further).map_or(Self::Utf8, |_| Self::Gb18030)
    }
}

/// What came of taking bytes for a text in one encoding.
#[derive(Default)]
struct Tried {
    /// The first byte that isn't text.
    fault: Option<u64>,
    /// Whether it begins a character that the file cuts off.
    is_cut_off: bool,
    /// Characters beyond ASCII before it, counted as far as they tell something.
    characters: u64,
}

impl Tried {
    /// Whether this is the encoding, whatever the others are like.
    const fn settles(&self) -> bool {
        self.fault.is_none()
            || self.characters >= TELLING
            || (self.is_cut_off && self.characters > 0)
    }

    fn first(bytes: &[u8], is_all: bool, encoding: Encoding) -> Self {
        let mut tried = Self::default();
        tried.take(&Decoder::new(encoding), bytes, is_all, 0, &mut String::new());
        tried
    }

    fn read<R: Read>(input: &mut R, encoding: Encoding) -> io::Result<Self> {
        let decoder = Decoder::new(encoding);
        let (mut tried, mut raw, mut text) = (Self::default(), Vec::new(), String::new());
        let mut before = 0;
        while tried.fault.is_none() {
            let read = input.by_ref().take(count(CHUNK)).read_to_end(&mut raw)?;
            let is_all = read < CHUNK;
            let taken = tried.take(&decoder, &raw, is_all, before, &mut text);
            before += count(taken);
            raw.drain(..taken);
            if is_all {
                break;
            }
        }
        Ok(tried)
    }

    /// Takes bytes that stand behind so many others: how many of them are text.
    fn take(
        &mut self,
        decoder: &Decoder,
        bytes: &[u8],
        is_all: bool,
        before: u64,
        text: &mut String,
    ) -> usize {
        text.clear();
        let Decoded { taken, rest } = decoder.decode(bytes, text);
        self.is_cut_off = is_all && rest == Rest::CutOff && taken < bytes.len();
        if self.is_cut_off || rest == Rest::Broken {
            self.fault = Some(before + count(taken));
        }
        if self.characters < TELLING {
            let others = text.chars().filter(|character| !character.is_ascii());
            self.characters += count(others.count());
        }
        taken
    }
}
