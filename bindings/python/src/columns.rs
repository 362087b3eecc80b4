//! Columns as buffers: what `memoryview`, `array`, NumPy and Arrow's buffers share.

use bytemuck::{NoUninit, cast_slice};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyMapping, PyMemoryView};
use qiaolian::{AnswerColumn, Answers, ColumnBytes, Element, FactColumn, Policy, ResolvedColumns};

/// A column's values, and which of them are known.
const VALUES: &str = "values";
const VALIDITY: &str = "validity";

/// The columns of a mapping: each a buffer, or a mapping of `values` and `validity`.
pub(crate) fn given(columns: &Bound<'_, PyMapping>) -> PyResult<Vec<ColumnBytes>> {
    let columns = columns.items()?.into_iter().filter_map(|item| {
        let (name, column) = match item.extract::<(String, Bound<'_, PyAny>)>() {
            Ok((_, column)) if column.is_none() => return None,
            Ok(column) => column,
            Err(error) => return Some(Err(error)),
        };
        Some(one(name, &column))
    });
    columns.collect()
}

fn one(name: String, column: &Bound<'_, PyAny>) -> PyResult<ColumnBytes> {
    let Ok(parts) = column.cast::<PyMapping>() else {
        let (element, values) = buffer(&name, column)?;
        return Ok(ColumnBytes { name, element, values, validity: None });
    };
    let (element, values) = buffer(&name, &parts.get_item(VALUES)?)?;
    let validity = match parts.get_item(VALIDITY) {
        Ok(bits) if !bits.is_none() => {
            let path = format!("{name}.{VALIDITY}");
            match buffer(&path, &bits)? {
                (Element::U8, bits) => Some(bits),
                (Element::U32 | Element::I32, _) => {
                    let said = format!("`{path}` is a buffer of bytes, a bit a row");
                    return Err(PyTypeError::new_err(said));
                }
            }
        }
        Ok(_) | Err(_) => None,
    };
    Ok(ColumnBytes { name, element, values, validity })
}

/// The bytes of a buffer of one dimension, and what they are.
fn buffer(path: &str, given: &Bound<'_, PyAny>) -> PyResult<(Element, Vec<u8>)> {
    let view = PyMemoryView::from(given)?;
    let format: String = view.getattr("format")?.extract()?;
    let size: usize = view.getattr("itemsize")?.extract()?;
    let dimensions: usize = view.getattr("ndim")?.extract()?;
    let element = match (format.trim_start_matches(['@', '=', '<']), size, dimensions) {
        ("B", 1, 1) => Element::U8,
        ("I" | "L", 4, 1) => Element::U32,
        ("i" | "l", 4, 1) => Element::I32,
        _ => {
            let said = format!(
                "`{path}` is a buffer of one dimension, of the format `B`, `I` or `i`, not of {dimensions} with `{format}`"
            );
            return Err(PyTypeError::new_err(said));
        }
    };
    let bytes = view.call_method0("tobytes")?.extract::<Bound<'_, PyBytes>>()?;
    Ok((element, bytes.as_bytes().to_vec()))
}

/// The columns of facts, as `assess_columns` takes them.
pub(crate) fn of_facts<'py>(
    py: Python<'py>,
    resolved: &ResolvedColumns,
    policy: &Policy,
) -> PyResult<Bound<'py, PyAny>> {
    let columns = PyDict::new(py);
    for (name, column) in resolved.named(policy) {
        let column = match column {
            FactColumn::Codes(codes) => view(py, codes, "B")?,
            FactColumn::Forms(values, validity) | FactColumn::Truths(values, validity) => {
                known(py, values, "B", validity)?
            }
            FactColumn::People(values, validity) => known(py, values, "I", validity)?,
            FactColumn::Days(values, validity) => known(py, values, "i", validity)?,
        };
        columns.set_item(name, column)?;
    }
    Ok(columns.into_any())
}

/// Answers by their names.
pub(crate) fn of_answers<'py>(py: Python<'py>, answers: &Answers) -> PyResult<Bound<'py, PyAny>> {
    let columns = PyDict::new(py);
    for (name, column) in answers.named() {
        let column = match column {
            AnswerColumn::Codes(codes) => view(py, codes, "B")?,
            AnswerColumn::Days(values, validity) => known(py, values, "i", validity)?,
            AnswerColumn::People(values, validity) => known(py, values, "I", validity)?,
        };
        columns.set_item(name, column)?;
    }
    Ok(columns.into_any())
}

/// Values of which some may be unknown.
fn known<'py, T: NoUninit>(
    py: Python<'py>,
    values: &[T],
    format: &str,
    validity: &[u8],
) -> PyResult<Bound<'py, PyAny>> {
    let column = PyDict::new(py);
    column.set_item(VALUES, view(py, values, format)?)?;
    column.set_item(VALIDITY, view(py, validity, "B")?)?;
    Ok(column.into_any())
}

fn view<'py, T: NoUninit>(
    py: Python<'py>,
    values: &[T],
    format: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let view = PyMemoryView::from(&PyBytes::new(py, cast_slice(values)))?;
    view.call_method1("cast", (format,))
}
