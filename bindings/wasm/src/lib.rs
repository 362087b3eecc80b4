//! qiaolian for JavaScript: the facade's functions, translated and nothing more. Plain data goes in and
//! out; the only thing held on the other side is a policy.

mod arguments;
mod error;
mod policy;
mod types;
mod words;

pub use policy::Policy;
