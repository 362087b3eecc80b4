//! What a subject is, as one small number: its kind, or a listed place of that kind.

use super::lookup::TooManyClasses;
use crate::compile::{Class, Tables};
use crate::model::{AreaId, FormId, Id, KindId, PlaceId, Subject};
use crate::policy::Policy;

/// The numbers of the column `kind`: first the policy's kinds, then one for each sort of place
/// that a list of the policy treats otherwise than its kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Classes {
    of_place: Vec<u8>,
    presumed: Vec<Option<FormId>>,
    listed: Vec<Listed>,
    kinds: usize,
}

/// A sort of places that the policy lists.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Listed {
    kind: KindId,
    areas: Vec<AreaId>,
    class: Class,
}

impl Classes {
    /// The classes of a policy under the choices in force.
    ///
    /// # Errors
    /// [`TooManyClasses`] where a byte can't tell them apart.
    pub fn of(policy: &Policy) -> Result<Self, TooManyClasses> {
        let (rulebook, tables) = (policy.rulebook(), policy.tables());
        let kinds = rulebook.kinds.len();
        let mut listed: Vec<Listed> = Vec::new();
        let (mut of_place, mut presumed) = (Vec::new(), Vec::new());
        for (id, place) in rulebook.places.iter() {
            let class = tables.class(place.kind, Some(id)).copied();
            let plain = tables.class(place.kind, None).copied();
            let (Some(class), Some(plain)) = (class, plain) else { continue };
            presumed.push(class.presumed());
            let class = class.without_presumption();
            let number = if class == plain {
                place.kind.index()
            } else {
                let areas = policy.terms().areas.iter();
                let areas = areas.filter(|(_, area)| area.places.contains(&id));
                let of_place = Listed {
                    kind: place.kind,
                    areas: areas.map(|(area, _)| area).collect(),
                    class,
                };
                let known = listed.iter().position(|known| *known == of_place);
                kinds
                    + known.unwrap_or_else(|| {
                        listed.push(of_place);
                        listed.len() - 1
                    })
            };
            of_place.push(u8::try_from(number).ok());
        }
        let of_place = of_place.into_iter().collect::<Option<Vec<u8>>>().ok_or(TooManyClasses)?;
        if kinds + listed.len() > usize::from(u8::MAX) {
            return Err(TooManyClasses);
        }
        Ok(Self { of_place, presumed, listed, kinds })
    }

    /// The number of a subject's class, and what is presumed of its organisation; none where its
    /// kind or place is another policy's.
    #[must_use]
    pub fn class(&self, subject: &Subject) -> Option<(u8, Option<FormId>)> {
        match subject.place {
            None => {
                let kind = subject.kind.index();
                Some((u8::try_from(kind).ok().filter(|_| kind < self.kinds)?, None))
            }
            Some(place) => self.of_place(place),
        }
    }

    fn of_place(&self, place: PlaceId) -> Option<(u8, Option<FormId>)> {
        let at = place.index();
        Some((*self.of_place.get(at)?, *self.presumed.get(at)?))
    }

    /// The classes behind the kinds, in their order: the kind, and the special areas whose lists its
    /// places are on.
    pub fn listed(&self) -> impl Iterator<Item = (KindId, &[AreaId])> {
        self.listed.iter().map(|listed| (listed.kind, &*listed.areas))
    }

    /// All classes, in the order of their numbers.
    pub(super) fn all<'t>(&'t self, tables: &'t Tables) -> impl Iterator<Item = Class> + 't {
        let kinds = (0..self.kinds).filter_map(KindId::new);
        let kinds = kinds.filter_map(|kind| tables.class(kind, None).copied());
        kinds.chain(self.listed.iter().map(|listed| listed.class))
    }
}
