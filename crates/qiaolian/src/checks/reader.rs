//! From JSON to the input's types. What can't be read is a [`Misfit`] with its path, and can be left
//! out at the next attempt, so that all of them are told at once.

use core::fmt::{self, Display};
use std::collections::BTreeSet;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::fault::Wanted;
use super::json::Json;

/// What can't be read, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Misfit {
    /// Where; none until whoever read the value says so.
    path: Option<String>,
    /// What stands there.
    pub found: String,
    pub why: Why,
}

/// Why something can't be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Why {
    /// A member that an object of this sort doesn't have.
    UnknownName(&'static [&'static str]),
    /// A code that there isn't.
    UnknownCode(&'static [&'static str]),
    /// A member that stands there a second time.
    Twice,
    /// A member that has to be there.
    Lacking,
    /// A value of another type; none where only the value shows which one is asked for.
    Wanted(Option<Wanted>),
}

impl Misfit {
    const fn of(why: Why) -> Self {
        Self { path: None, found: String::new(), why }
    }

    fn wanted(wanted: Wanted) -> Self {
        Self::of(Why::Wanted(Some(wanted)))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &str {
        self.path.as_deref().unwrap_or_default()
    }

    /// Whether it may be so only because something within it was left out.
    pub(super) const fn may_be_consequence(&self) -> bool {
        matches!(self.why, Why::Lacking)
    }

    /// The misfit at a path, unless it has one; what is wrong with a member is told at the member.
    pub(super) fn at(mut self, path: &str, value: &Json) -> Self {
        if self.path.is_none() {
            self.path = Some(match &self.why {
                Why::UnknownName(_) | Why::Twice => member(path, &self.found),
                Why::UnknownCode(_) | Why::Lacking | Why::Wanted(_) => path.to_owned(),
            });
            if let Why::Wanted(wanted) = &mut self.why {
                self.found = value.to_string();
                wanted.get_or_insert(match value {
                    Json::Text(_) | Json::Number(_) => Wanted::Day,
                    Json::Null | Json::Truth(_) | Json::List(_) | Json::Object(_) => Wanted::Fact,
                });
            }
        }
        self
    }
}

impl Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.why, self.path)
    }
}

impl core::error::Error for Misfit {}

impl Error for Misfit {
    /// Days that are none, and values that are of none of several types.
    fn custom<T: Display>(_: T) -> Self {
        Self::of(Why::Wanted(None))
    }
    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self { found: field.to_owned(), ..Self::of(Why::UnknownName(expected)) }
    }
    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self { found: variant.to_owned(), ..Self::of(Why::UnknownCode(expected)) }
    }
    fn missing_field(field: &'static str) -> Self {
        Self { found: field.to_owned(), ..Self::of(Why::Lacking) }
    }
}

/// The path of a member.
fn member(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// Reads one value; paths that are left out aren't there.
pub(super) struct Reader<'j> {
    pub value: &'j Json,
    pub path: String,
    pub left_out: &'j BTreeSet<String>,
}

impl Reader<'_> {
    /// What is made of the value; a misfit is told at its path.
    pub(super) fn give<'de, S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Misfit> {
        let (value, path) = (self.value, self.path.clone());
        seed.deserialize(self).map_err(|misfit| misfit.at(&path, value))
    }

    fn read<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let Self { value, path, left_out } = self;
        match value {
            Json::Null => visitor.visit_unit(),
            Json::Truth(truth) => visitor.visit_bool(*truth),
            Json::Number(number) => visitor.visit_f64(*number),
            Json::Text(text) => visitor.visit_str(text),
            Json::List(list) => {
                let items = list.iter().enumerate();
                visitor.visit_seq(Items { items, path: &path, left_out })
            }
            Json::Object(members) => visitor.visit_map(Members {
                members: members.iter(),
                before: BTreeSet::new(),
                next: None,
                path: &path,
                left_out,
            }),
        }
    }

    /// Reads a value if it is of the type that is asked for.
    fn read_if<'de, V: Visitor<'de>>(
        self,
        fits: bool,
        wanted: Wanted,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        if fits { self.read(visitor) } else { Err(Misfit::wanted(wanted)) }
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.read(visitor)
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if *self.value == Json::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let fits = matches!(self.value, Json::Truth(_));
        self.read_if(fits, Wanted::Truth, visitor)
    }
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let fits = matches!(self.value, Json::Text(_));
        self.read_if(fits, Wanted::Text, visitor)
    }
    /// Of the input's types, only days ask for a text in this way.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let fits = matches!(self.value, Json::Text(_));
        self.read_if(fits, Wanted::Day, visitor)
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let fits = matches!(self.value, Json::List(_));
        self.read_if(fits, Wanted::List, visitor)
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let fits = matches!(self.value, Json::Object(_));
        self.read_if(fits, Wanted::Object, visitor)
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        codes: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.value {
            Json::Text(code) => {
                let code: StrDeserializer<'_, Misfit> = code.as_str().into_deserializer();
                visitor.visit_enum(code)
            }
            other @ (Json::Null
            | Json::Truth(_)
            | Json::Number(_)
            | Json::List(_)
            | Json::Object(_)) => Err(Misfit::unknown_variant(&other.to_string(), codes)),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct identifier ignored_any
    }
}

/// The items of a list.
struct Items<'j, I> {
    items: I,
    path: &'j str,
    left_out: &'j BTreeSet<String>,
}

impl<'de, 'j, I: Iterator<Item = (usize, &'j Json)>> SeqAccess<'de> for Items<'j, I> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misfit> {
        for (at, value) in self.items.by_ref() {
            let path = format!("{}[{at}]", self.path);
            if !self.left_out.contains(&path) {
                let reader = Reader { value, path, left_out: self.left_out };
                return reader.give(seed).map(Some);
            }
        }
        Ok(None)
    }
}

/// The members of an object.
struct Members<'j, I> {
    members: I,
    /// The names that came before.
    before: BTreeSet<&'j str>,
    next: Option<Reader<'j>>,
    path: &'j str,
    left_out: &'j BTreeSet<String>,
}

impl<'de, 'j, I: Iterator<Item = &'j (String, Json)>> MapAccess<'de> for Members<'j, I> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Misfit> {
        for (name, value) in self.members.by_ref() {
            let path = member(self.path, name);
            if self.left_out.contains(&path) {
                continue;
            }
            if !self.before.insert(name) {
                return Err(Misfit { found: name.clone(), ..Misfit::of(Why::Twice) });
            }
            self.next = Some(Reader { value, path, left_out: self.left_out });
            let name: StrDeserializer<'_, Misfit> = name.as_str().into_deserializer();
            return seed.deserialize(name).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misfit> {
        self.next.take().ok_or_else(|| Misfit::wanted(Wanted::Object))?.give(seed)
    }
}
