//! What many hold and nobody changes, as policies hold their data.

use core::ops::Deref;
#[cfg(feature = "let-go")]
use std::sync::Arc;

#[cfg(feature = "let-go")]
type Shared<T> = Arc<T>;
/// Where all policies are built in their data is never let go of, nor is there code that would.
#[cfg(not(feature = "let-go"))]
type Shared<T> = &'static T;

/// A value that many hold, without a copy for each.
#[derive(Debug)]
pub struct Held<T: 'static>(Shared<T>);

impl<T> Held<T> {
    /// A value to be held.
    #[must_use]
    pub fn new(value: T) -> Self {
        #[cfg(feature = "let-go")]
        return Self(Arc::new(value));
        #[cfg(not(feature = "let-go"))]
        return Self(Box::leak(Box::new(value)));
    }
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        #[cfg(feature = "let-go")]
        return Self(Arc::clone(&self.0));
        #[cfg(not(feature = "let-go"))]
        return Self(self.0);
    }
}

impl<T> Deref for Held<T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}
