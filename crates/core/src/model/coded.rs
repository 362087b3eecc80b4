//! Enums that go out by their codes.

/// Writes an enum as its code: the same as its variants' names in snake case, by which it is read.
macro_rules! serialized_by_code {
    ($($kind:ty),*) => {$(
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
    )*};
}

pub(crate) use serialized_by_code;
