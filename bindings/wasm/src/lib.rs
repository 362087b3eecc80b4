//! qiaolian for JavaScript: the facade's functions, translated and nothing more. Plain data goes in and
//! out; the only thing held on the other side is a policy.
//!
//! Two modules are made of it: a small one that decides, and with the feature `full` one that has every
//! function.

mod arguments;
#[cfg(feature = "full")]
mod checks;
#[cfg(feature = "full")]
mod columns;
mod error;
#[cfg(feature = "full")]
mod full;
mod policy;
mod types;
#[cfg(not(feature = "full"))]
mod words;

pub use policy::Policy;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
