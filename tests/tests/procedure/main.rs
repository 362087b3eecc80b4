//! The procedure check: in the words of those who set federations up.

mod above;
mod bodies;
mod case;
mod deadline;
mod order;
mod outcomes;
mod paths;
mod pictures;
mod plans;
mod properties;
mod steps;
