//! One chunk, pass by pass.

use super::CHUNK;
use super::answers::{ChunkAnswers, Problems};
use super::bits;
use super::given::{Chunk, Known, KnownTruths};
use super::lookup::{Flags, Lookup, WHATS, WORDS};
use super::sums::Sums;

impl Lookup {
    /// Answers a chunk.
    #[inline(always)]
    pub(super) fn answer(&self, chunk: &Chunk<'_>, answers: ChunkAnswers<'_>) {
        let unmet = chunk.conditions_met.map(|met| bits::and_not(met.valid, met.values));
        let sums = self.sums(chunk, unmet.as_ref());
        let what = what(chunk);
        let organisation = self.organisation(chunk);
        let found = self.found(&what, &sums, &organisation);
        let wrong = chunk.out_of_bounds(self.all_groups);
        self.write(found, &sums, wrong.as_ref(), answers);
    }

    /// The place of each row's organisation among the answers of a set.
    #[inline(always)]
    fn organisation(&self, chunk: &Chunk<'_>) -> [u16; CHUNK] {
        let mut standing = standing(self.forms, chunk.existing_form, chunk.presumed_form);
        let mut founded = [0u8; CHUNK];
        if let (Some(form), Some(day)) = (chunk.existing_form, chunk.established_on) {
            let on_record = bits::bytes(&bits::and(form.valid, day.valid));
            let [none, unfounded] = [self.no_form + 1, self.forms + 2];
            for ((standing, day), on_record) in standing.iter_mut().zip(day.values).zip(&on_record)
            {
                let is_on_record = *on_record != 0;
                let is_later = is_on_record & (*day > self.today) & (*standing <= self.forms);
                let is_none = is_on_record & (*standing == none);
                *standing = if is_later { none } else { *standing };
                *standing = if is_none { unfounded } else { *standing };
            }
            for due in &self.dues {
                for ((founded, day), on_record) in
                    founded.iter_mut().zip(day.values).zip(&on_record)
                {
                    *founded += u8::from(*day > *due) & on_record;
                }
            }
        }
        let states = u16::try_from(self.founded()).unwrap_or(u16::MAX);
        let mut at = [0; CHUNK];
        for ((at, standing), founded) in at.iter_mut().zip(&standing).zip(&founded) {
            *at = u16::from(*standing) * (2 * states) + u16::from(*founded);
        }
        if let Some(KnownTruths { values, valid }) = chunk.exception_agreed {
            let agreed = bits::bytes(&bits::and(values, valid));
            for (at, agreed) in at.iter_mut().zip(&agreed) {
                *at += u16::from(*agreed) * states;
            }
        }
        at
    }

    /// Looks up each row's answer and its threshold.
    #[inline(always)]
    fn found(&self, what: &[u16; CHUNK], sums: &Sums, organisation: &[u16; CHUNK]) -> Found {
        let mut found = Found { codes: [0; CHUNK], due: [0; CHUNK], threshold: [0; CHUNK] };
        let rows = what.iter().zip(&sums.cell).zip(organisation);
        let out = found.codes.iter_mut().zip(&mut found.due).zip(&mut found.threshold);
        let (cells, answers) = (&*self.cells, &*self.answers);
        for (((codes, due), threshold), ((what, cell), organisation)) in out.zip(rows) {
            let Some(what) = self.whats.get(usize::from(*what) % WHATS) else { continue };
            let set = cells.get((what.cells + cell) as usize).copied().unwrap_or_default();
            let at = set + u32::from(*organisation);
            let answer = answers.get(at as usize).copied().unwrap_or_default();
            *codes = answer.codes;
            *due = answer.due;
            *threshold = what.threshold;
        }
        found
    }

    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "the bytes of a number, one by one")]
    fn write(
        &self,
        mut found: Found,
        sums: &Sums,
        wrong: Option<&[u8; CHUNK]>,
        answers: ChunkAnswers<'_>,
    ) {
        if let Some(wrong) = wrong {
            found.mark(wrong);
        }
        let Found { codes, due, threshold } = found;
        for (duty, codes) in answers.duty.iter_mut().zip(&codes) {
            *duty = *codes as u8;
        }
        for (fulfilment, codes) in answers.fulfilment.iter_mut().zip(&codes) {
            *fulfilment = (codes >> 8) as u8;
        }
        for (status, codes) in answers.status.iter_mut().zip(&codes) {
            *status = (codes >> 16) as u8;
        }
        let mut flags = [0; CHUNK];
        for (flags, codes) in flags.iter_mut().zip(&codes) {
            *flags = (codes >> 24) as u8;
        }
        for (problems, flags) in answers.problems.iter_mut().zip(&flags) {
            *problems = flags >> Flags::PROBLEMS;
        }
        *answers.due = due;
        for ((days_left, due), codes) in answers.days_left.iter_mut().zip(&due).zip(&codes) {
            let counts = 0u32.wrapping_sub((codes >> 25) & 1).cast_signed();
            *days_left = due.wrapping_sub(self.today) & counts;
        }
        let mut bytes = [0; CHUNK];
        for (byte, flags) in bytes.iter_mut().zip(&flags) {
            *byte = flags & Flags::DUE;
        }
        bits::packed(&bytes, answers.due_validity);
        for (byte, flags) in bytes.iter_mut().zip(&flags) {
            *byte = (flags & Flags::DAYS_LEFT) >> 1;
        }
        bits::packed(&bytes, answers.days_left_validity);
        let people = threshold.iter().zip(&sums.least).zip(&codes);
        for (shortfall, ((threshold, least), codes)) in answers.shortfall.iter_mut().zip(people) {
            let is_assessed = *codes < 1 << (24 + Flags::PROBLEMS);
            *shortfall = if is_assessed { threshold.saturating_sub(*least) } else { 0 };
        }
        for (byte, shortfall) in bytes.iter_mut().zip(answers.shortfall.iter()) {
            *byte = u8::from(*shortfall != 0);
        }
        bits::packed(&bytes, answers.shortfall_validity);
    }
}

/// What the tables have of each row.
struct Found {
    codes: [u32; CHUNK],
    due: [i32; CHUNK],
    threshold: [u32; CHUNK],
}

impl Found {
    /// Takes the answers of rows whose total can't be.
    #[inline(always)]
    fn mark(&mut self, wrong: &[u8; CHUNK]) {
        let open = super::lookup::open(Problems::TOTAL.0).codes;
        let problems = u32::from(Problems::ALL_BITS) << (24 + Flags::PROBLEMS);
        for ((codes, due), wrong) in self.codes.iter_mut().zip(&mut self.due).zip(wrong) {
            let is_wrong = *wrong != 0;
            *codes = if is_wrong { open | (*codes & problems) } else { *codes };
            *due = if is_wrong { 0 } else { *due };
        }
    }
}

/// The place of what each row is.
#[inline(always)]
fn what(chunk: &Chunk<'_>) -> [u16; CHUNK] {
    let mut what = [0; CHUNK];
    for (what, kind) in what.iter_mut().zip(chunk.kind) {
        *what = u16::from(*kind) * WORDS as u16;
    }
    if let Some(KnownTruths { values, valid }) = chunk.key_area {
        let yes = bits::bytes(&bits::and(values, valid));
        let no = bits::bytes(&bits::and_not(valid, values));
        for ((what, yes), no) in what.iter_mut().zip(&yes).zip(&no) {
            *what += u16::from(yes + 2 * no);
        }
    }
    what
}

/// The organisation of each row: 0 where nothing is known, a form's number and one, or one more
/// than there are forms where there is no such form.
#[inline(always)]
fn standing(
    forms: u8,
    existing: Option<Known<'_, u8>>,
    presumed: Option<Known<'_, u8>>,
) -> [u8; CHUNK] {
    let mut standing = [0; CHUNK];
    for column in [presumed, existing].into_iter().flatten() {
        let known = bits::bytes(column.valid);
        for ((standing, form), known) in standing.iter_mut().zip(column.values).zip(&known) {
            let form = (*form).min(forms) + 1;
            *standing = if *known != 0 { form } else { *standing };
        }
    }
    standing
}
