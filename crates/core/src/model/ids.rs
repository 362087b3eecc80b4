//! Small ids for what a policy names, tables indexed by them, and sets of them.
//!
//! What documents differ in (kinds, forms, groups, areas, provisions …) is not an enum: a pack
//! names it, loading gives each name a number, and everything behind the loader works with numbers.

use core::fmt;
use core::marker::PhantomData;

/// A number that stands for a name of the policy, and indexes one [`Arena`] of it.
pub trait Id: Copy + Eq + Ord {
    /// The id of the `index`-th name, or none where the policy can't have so many.
    fn new(index: usize) -> Option<Self>;
    /// The id of a place in an arena, which never has more than there are ids.
    fn at(index: usize) -> Self;
    /// Its place in the arena.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident: $repr:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
        pub struct $name($repr);

        impl Id for $name {
            fn new(index: usize) -> Option<Self> {
                <$repr>::try_from(index).ok().map(Self)
            }
            #[inline]
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the loader makes no arena of more than there are ids"
            )]
            fn at(index: usize) -> Self {
                Self(index as $repr)
            }
            #[inline]
            fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    /// A kind of subject: county, township, enterprise …
    KindId: u8;
    /// A group of people: returned overseas Chinese and relatives, students …
    GroupId: u8;
    /// A form of organisation: federation, branch, none …
    FormId: u8;
    /// A special area: a named list of places.
    AreaId: u8;
    /// A named due date.
    DateId: u8;
    /// A named kind of bound ("N or more").
    LimitId: u8;
    /// A row of rules: some kinds, in a special area or outside.
    RowId: u8;
    /// A tier of its row.
    TierId: u8;
    /// A whole provision of the document.
    ProvisionId: u8;
    /// A reading: a question that the text leaves open.
    ReadingId: u8;
    /// One of a reading's choices.
    ChoiceId: u8;
    /// A step of a procedure.
    StepId: u8;
    /// A body that a step turns to.
    BodyId: u8;
    /// An item of one of a check's lists: a post, a way, an activity …
    ItemId: u8;
    /// A place of the gazetteer.
    PlaceId: u16;
}

/// The names of one sort, in the policy's order, looked up by their id.
///
/// An id is only made by the loader, for the policy that it belongs to; the entry points that take
/// a caller's ids check them first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arena<I, T> {
    items: Vec<T>,
    id: PhantomData<fn(I)>,
}

impl<I: Id, T> Arena<I, T> {
    /// An arena of these items, in this order.
    #[must_use]
    pub fn new(items: Vec<T>) -> Self {
        Self { items, id: PhantomData }
    }
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
    /// The item of an id, none where the id is another policy's.
    #[must_use]
    pub fn get(&self, id: I) -> Option<&T> {
        self.items.get(id.index())
    }
    /// All items with their ids, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator + Clone {
        self.items.iter().enumerate().map(|(at, item)| (I::at(at), item))
    }
    /// All items in order, to change them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.items.iter_mut()
    }
    /// All ids, in order.
    pub fn ids(
        &self,
    ) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.items.len()).map(I::at)
    }
    /// The first item that fits, with its id.
    pub fn find(&self, fits: impl Fn(&T) -> bool) -> Option<(I, &T)> {
        self.iter().find(|(_, item)| fits(item))
    }
}

impl<I: Id, T> Default for Arena<I, T> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<I: Id, T> Arena<I, T> {
    /// The item of an id that was made for this arena.
    ///
    /// # Panics
    /// Where the id is another policy's: take ids that come from a caller through [`Arena::get`].
    #[inline]
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "the loader makes an id only for the arena that it indexes; entry points check callers' ids"
    )]
    pub fn of(&self, id: I) -> &T {
        &self.items[id.index()]
    }

    /// The item of an id that was made for this arena, to change it.
    ///
    /// # Panics
    /// As for [`Arena::of`].
    #[expect(clippy::indexing_slicing, reason = "as for `of`")]
    pub fn of_mut(&mut self, id: I) -> &mut T {
        &mut self.items[id.index()]
    }
}

/// How many names of one sort a policy may have, where they go into an [`IdSet`].
pub const SET_CAPACITY: usize = 64;

/// A set of ids of one sort, in the policy's order: at most [`SET_CAPACITY`] (the loader refuses more).
pub struct IdSet<I>(u64, PhantomData<fn(I)>);

impl<I> Clone for IdSet<I> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<I> Copy for IdSet<I> {}
impl<I> PartialEq for IdSet<I> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<I> Eq for IdSet<I> {}
impl<I> core::hash::Hash for IdSet<I> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<I> Default for IdSet<I> {
    fn default() -> Self {
        Self::EMPTY
    }
}
impl<I: Id + fmt::Debug> fmt::Debug for IdSet<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<I> IdSet<I> {
    /// The set without members.
    pub const EMPTY: Self = Self(0, PhantomData);
    /// Whether it has no member.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// The members as bits, the first the lowest.
    pub(crate) const fn bits(self) -> u64 {
        self.0
    }
    /// The set of these bits.
    pub(crate) const fn of_bits(bits: u64) -> Self {
        Self(bits, PhantomData)
    }
    /// How many members it has.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }
    /// The members of either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0, PhantomData)
    }
    /// The members of both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0, PhantomData)
    }
    /// The members that the other doesn't have.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0, PhantomData)
    }
}

impl<I: Id> IdSet<I> {
    #[inline]
    fn bit(at: usize) -> u64 {
        u32::try_from(at).ok().and_then(|at| 1u64.checked_shl(at)).unwrap_or(0)
    }
    /// Whether it has this member.
    #[must_use]
    #[inline]
    pub fn contains(self, id: I) -> bool {
        self.has(id.index())
    }
    /// Whether it has the member of that place in the arena.
    #[must_use]
    #[inline]
    pub(crate) fn has(self, at: usize) -> bool {
        self.0 & Self::bit(at) != 0
    }
    /// The set with this member too.
    #[must_use]
    pub fn with(self, id: I) -> Self {
        Self(self.0 | Self::bit(id.index()), PhantomData)
    }
    /// The members, in the policy's order.
    pub fn iter(self) -> impl Iterator<Item = I> {
        let mut rest = self.0;
        core::iter::from_fn(move || {
            let at = (rest != 0).then(|| rest.trailing_zeros())?;
            rest &= rest - 1;
            Some(I::at(usize::try_from(at).ok()?))
        })
    }
}

impl<I: Id> FromIterator<I> for IdSet<I> {
    fn from_iter<T: IntoIterator<Item = I>>(ids: T) -> Self {
        ids.into_iter().fold(Self::EMPTY, Self::with)
    }
}
