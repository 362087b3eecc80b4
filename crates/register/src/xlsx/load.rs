//! A sheet of a workbook, from the library that reads them.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{
    DataRef, Dimensions, Reader, Sheet as About, SheetType, SheetVisible, Xlsx,
    XlsxCellFormulaMetadataRecord, XlsxFormulaMetadata,
};

use super::cells::{Cells, TooMuchText, Value};
use super::merged::{Area, Merged};
use super::sheet::Sheet;
use super::value::{Held, held};
use super::{malformed, too_large};
use crate::error::ReadError;
use crate::place::excerpt;
use crate::vocabulary::trim;

/// The last line of a sheet, and the last column.
const LAST: (u32, u16) = (1_048_576, 16_383);

/// Reads a sheet: the one of that name, or the first that isn't hidden.
pub(super) fn load(
    bytes: Vec<u8>,
    wanted: Option<&str>,
    is_uncalculated: bool,
) -> Result<Sheet, ReadError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(malformed)?;
    let name = choose(book.sheets_metadata(), wanted)?;
    let areas = book.merge_cells_by_sheet_name(&name).map_err(malformed)?;
    let mut reader = book.worksheet_cells_reader(&name).map_err(malformed)?;
    let mut taken = Taken { is_uncalculated, ..Taken::default() };
    let mut line = 0;
    loop {
        match reader.next_cell_with_formula_metadata() {
            Ok(Some(cell)) => {
                line = cell.pos.0.saturating_add(1);
                taken.take(cell)?;
            }
            Ok(None) => break,
            Err(error) if line == 0 => return Err(malformed(error)),
            Err(error) => return Err(malformed(format!("behind line {line}: {error}"))),
        }
    }
    let mut cells = taken.cells;
    cells.sort();
    let areas: Vec<Area> = areas.into_iter().filter_map(area).collect();
    Ok(Sheet::new(name, cells, Merged::new(&areas)))
}

/// The name of the sheet to read.
fn choose(sheets: &[About], wanted: Option<&str>) -> Result<String, ReadError> {
    let tables = || sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let known =
        || excerpt(&tables().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", "));
    let found = match wanted {
        None => tables().find(|sheet| sheet.visible == SheetVisible::Visible),
        Some(name) => tables().find(|sheet| sheet.name == name).or_else(|| {
            let folded = |name: &str| trim(name).to_lowercase();
            tables().find(|sheet| folded(&sheet.name) == folded(name))
        }),
    };
    match (found, wanted) {
        (Some(sheet), _) => Ok(sheet.name.clone()),
        (None, Some(name)) => Err(ReadError::NoSuchSheet { found: excerpt(name), known: known() }),
        (None, None) => Err(ReadError::NoVisibleSheet { known: known() }),
    }
}

/// The cells that are read so far.
#[derive(Default)]
struct Taken {
    cells: Cells,
    /// Texts that are kept, by where the library has them.
    kept: HashMap<(usize, usize), Value>,
    /// The formulas that several cells share.
    shared: HashMap<usize, Value>,
    is_uncalculated: bool,
}

impl Taken {
    fn take(&mut self, cell: XlsxCellFormulaMetadataRecord<'_>) -> Result<(), ReadError> {
        let formula = match cell.formula {
            Some(formula) => Some(self.formula(formula).map_err(of_text)?),
            None => None,
        };
        let is_zero = matches!(cell.value, DataRef::Float(value) if value == 0.0);
        let is_bare = matches!(cell.value, DataRef::Empty) || (is_zero && self.is_uncalculated);
        let value = match formula {
            Some(formula) if is_bare => Some(formula),
            Some(_) | None => self.value(held(cell.value)).map_err(of_text)?,
        };
        let Some(value) = value else { return Ok(()) };
        let (line, column) = (cell.pos.0.saturating_add(1), u16::try_from(cell.pos.1));
        match column {
            Ok(column) if line <= LAST.0 && column <= LAST.1 => {
                self.cells.put(line, column, value);
                Ok(())
            }
            Ok(_) | Err(_) => Err(malformed(format!("a cell in line {line}, beyond the last one"))),
        }
    }

    fn value(&mut self, held: Held<'_>) -> Result<Option<Value>, TooMuchText> {
        Ok(Some(match held {
            Held::Nothing => return Ok(None),
            Held::Number(number) => Value::Number(number),
            Held::Truth(truth) => Value::Truth(truth),
            Held::Text(text) => self.cells.keep(&text)?,
            Held::Shared(text) => match self.kept.get(&(text.as_ptr() as usize, text.len())) {
                Some(value) => *value,
                None => {
                    let value = self.cells.keep(text)?;
                    self.kept.insert((text.as_ptr() as usize, text.len()), value);
                    value
                }
            },
        }))
    }

    /// The text of a formula; of one that several cells share, as the first of them has it.
    fn formula(&mut self, formula: XlsxFormulaMetadata) -> Result<Value, TooMuchText> {
        match formula {
            XlsxFormulaMetadata::Shared { shared_index, formula, .. } => {
                let value = self.cells.keep(&format!("={formula}"))?;
                self.shared.insert(shared_index, value);
                Ok(value)
            }
            XlsxFormulaMetadata::SharedDerived { shared_index } => {
                match self.shared.get(&shared_index) {
                    Some(value) => Ok(*value),
                    None => self.cells.keep("="),
                }
            }
            XlsxFormulaMetadata::Normal { formula } => self.cells.keep(&format!("={formula}")),
            _ => self.cells.keep("="),
        }
    }
}

fn of_text(TooMuchText: TooMuchText) -> ReadError {
    too_large(u64::from(u32::MAX), "", super::LARGEST_XLSX)
}

/// A merged area, none where it isn't one of a sheet.
fn area(dimensions: Dimensions) -> Option<Area> {
    let ((first_line, first_column), (last_line, last_column)) = (dimensions.start, dimensions.end);
    let line = |line: u32| (line < LAST.0).then_some(line + 1);
    let column = |column: u32| u16::try_from(column).ok().filter(|column| *column <= LAST.1);
    Some(Area {
        lines: (line(first_line)?, line(last_line)?),
        columns: (column(first_column)?.into(), column(last_column)?.into()),
    })
}
