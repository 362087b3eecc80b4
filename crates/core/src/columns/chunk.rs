//! One chunk, pass by pass.

use super::answers::{ChunkAnswers, Problems};
use super::bits;
use super::given::{Chunk, Known, KnownTruths};
use super::lookup::{Flags, Lookup, WHATS, WORDS};
use super::scratch::Scratch;

impl Lookup {
    /// Answers a chunk.
    #[inline(always)]
    pub(super) fn answer(
        &self,
        chunk: &Chunk<'_>,
        answers: &mut ChunkAnswers<'_>,
        scratch: &mut Scratch,
    ) {
        let unmet = chunk.conditions_met.map(|met| bits::and_not(met.valid, met.values));
        let is_wrong = self.people(chunk, unmet.as_ref(), scratch);
        put_what(chunk, scratch);
        self.put_organisation(chunk, scratch);
        self.look_up(answers, scratch);
        if is_wrong {
            mark(answers, scratch);
        }
        self.write(answers, scratch);
    }

    /// The place of each row's organisation among the answers of a set.
    #[inline(always)]
    fn put_organisation(&self, chunk: &Chunk<'_>, scratch: &mut Scratch) {
        let states = u16::try_from(self.founded()).unwrap_or(u16::MAX);
        put_standing(self.forms, chunk.existing_form, chunk.presumed_form, scratch);
        let Scratch { standing, organisation, masks: [mask, founded, _], .. } = scratch;
        founded.fill(0);
        if let (Some(form), Some(day)) = (chunk.existing_form, chunk.established_on) {
            bits::spread(&bits::and(form.valid, day.valid), mask);
            let [none, unfounded] = [self.no_form + 1, self.forms + 2];
            for ((standing, day), on_record) in standing.iter_mut().zip(day.values).zip(&*mask) {
                let later = if *day > self.today { *on_record } else { 0 };
                let is_later = (later != 0) & (*standing <= self.forms);
                let is_none = (*on_record != 0) & (*standing == none);
                *standing = if is_later { none } else { *standing };
                *standing = if is_none { unfounded } else { *standing };
            }
            for due in &self.dues {
                for ((founded, day), on_record) in founded.iter_mut().zip(day.values).zip(&*mask) {
                    *founded += if *day > *due { on_record & 1 } else { 0 };
                }
            }
        }
        for ((at, standing), founded) in organisation.iter_mut().zip(standing).zip(founded) {
            *at = u16::from(*standing) * (2 * states) + u16::from(*founded);
        }
        if let Some(KnownTruths { values, valid }) = chunk.exception_agreed {
            bits::spread(&bits::and(values, valid), mask);
            for (at, agreed) in organisation.iter_mut().zip(&*mask) {
                *at += u16::from_le_bytes([*agreed; 2]) & states;
            }
        }
    }

    /// Looks up each row's answer; its threshold stands where its shortfall will.
    #[inline(always)]
    fn look_up(&self, answers: &mut ChunkAnswers<'_>, scratch: &mut Scratch) {
        let Scratch { what, cell, organisation, codes, .. } = scratch;
        let rows = what.iter().zip(&*cell).zip(&*organisation);
        let out = codes.iter_mut().zip(answers.due.iter_mut()).zip(answers.shortfall.iter_mut());
        let (cells, known) = (&*self.cells, &*self.answers);
        for (((codes, due), threshold), ((what, cell), organisation)) in out.zip(rows) {
            let Some(what) = self.whats.get(usize::from(*what) % WHATS) else { continue };
            let set = cells.get((what.cells + cell) as usize).copied().unwrap_or_default();
            let at = set + u32::from(*organisation);
            let answer = known.get(at as usize).copied().unwrap_or_default();
            *codes = answer.codes;
            *due = answer.due;
            *threshold = what.threshold;
        }
    }

    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "the bytes of a number, one by one")]
    fn write(&self, answers: &mut ChunkAnswers<'_>, scratch: &mut Scratch) {
        let Scratch { codes, flags, least, masks: [bytes, ..], .. } = scratch;
        for (duty, codes) in answers.duty.iter_mut().zip(&*codes) {
            *duty = *codes as u8;
        }
        for (fulfilment, codes) in answers.fulfilment.iter_mut().zip(&*codes) {
            *fulfilment = (codes >> 8) as u8;
        }
        for (status, codes) in answers.status.iter_mut().zip(&*codes) {
            *status = (codes >> 16) as u8;
        }
        for (flags, codes) in flags.iter_mut().zip(&*codes) {
            *flags = (codes >> 24) as u8;
        }
        for (problems, flags) in answers.problems.iter_mut().zip(&*flags) {
            *problems = flags >> Flags::PROBLEMS;
        }
        let days = answers.days_left.iter_mut().zip(answers.due.iter());
        for ((days_left, due), codes) in days.zip(&*codes) {
            let counts = 0u32.wrapping_sub((codes >> 25) & 1).cast_signed();
            *days_left = due.wrapping_sub(self.today) & counts;
        }
        for (byte, flags) in bytes.iter_mut().zip(&*flags) {
            *byte = flags & Flags::DUE;
        }
        bits::pack(bytes, answers.due_validity);
        for (byte, flags) in bytes.iter_mut().zip(&*flags) {
            *byte = (flags & Flags::DAYS_LEFT) >> 1;
        }
        bits::pack(bytes, answers.days_left_validity);
        let people = answers.shortfall.iter_mut().zip(&*least);
        for ((shortfall, least), codes) in people.zip(&*codes) {
            let is_assessed = *codes < 1 << (24 + Flags::PROBLEMS);
            *shortfall = if is_assessed { shortfall.saturating_sub(*least) } else { 0 };
        }
        for (byte, shortfall) in bytes.iter_mut().zip(answers.shortfall.iter()) {
            *byte = u8::from(*shortfall != 0);
        }
        bits::pack(bytes, answers.shortfall_validity);
    }
}

/// Marks the rows whose total can't be.
#[inline(always)]
fn mark(answers: &mut ChunkAnswers<'_>, scratch: &mut Scratch) {
    let open = super::lookup::open(Problems::TOTAL.0).codes;
    let problems = u32::from(Problems::ALL_BITS) << (24 + Flags::PROBLEMS);
    let rows = scratch.codes.iter_mut().zip(answers.due.iter_mut());
    for ((codes, due), wrong) in rows.zip(&scratch.wrong) {
        let is_wrong = *wrong != 0;
        *codes = if is_wrong { open | (*codes & problems) } else { *codes };
        *due = if is_wrong { 0 } else { *due };
    }
}

/// The place of what each row is.
#[inline(always)]
fn put_what(chunk: &Chunk<'_>, scratch: &mut Scratch) {
    let Scratch { what, masks: [yes, no, _], .. } = scratch;
    for (what, kind) in what.iter_mut().zip(chunk.kind) {
        *what = u16::from(*kind) * WORDS as u16;
    }
    if let Some(KnownTruths { values, valid }) = chunk.key_area {
        bits::spread(&bits::and(values, valid), yes);
        bits::spread(&bits::and_not(valid, values), no);
        for ((what, yes), no) in what.iter_mut().zip(yes).zip(no) {
            *what += u16::from((*yes & 1) | (*no & 2));
        }
    }
}

/// The organisation of each row: 0 where nothing is known, a form's number and one, or one more
/// than there are forms where there is no such form.
#[inline(always)]
fn put_standing(
    forms: u8,
    existing: Option<Known<'_, u8>>,
    presumed: Option<Known<'_, u8>>,
    scratch: &mut Scratch,
) {
    let Scratch { standing, masks: [mask, ..], .. } = scratch;
    standing.fill(0);
    for column in [presumed, existing].into_iter().flatten() {
        bits::spread(column.valid, mask);
        for ((standing, form), known) in standing.iter_mut().zip(column.values).zip(&*mask) {
            let form = (*form).min(forms) + 1;
            *standing = (form & known) | (*standing & !known);
        }
    }
}
