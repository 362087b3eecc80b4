//! Columns by their bytes, as bindings give them: what is read, and what is refused.

use qiaolian::{ColumnBytes, Element, Error, Policy, Question};

fn column(name: &str, element: Element, values: &[u8], validity: Option<&[u8]>) -> ColumnBytes {
    let validity = validity.map(<[u8]>::to_vec);
    ColumnBytes { name: name.to_owned(), element, values: values.to_vec(), validity }
}

fn refused(given: Vec<ColumnBytes>) -> Option<String> {
    Policy::yuxi_2020().columns_of_bytes(given).err().map(|error: Error| error.to_string())
}

const THREE: [u8; 3] = [0; 3];

#[test]
fn a_kind_that_is_not_known_is_none() {
    let policy = Policy::yuxi_2020();
    let kind = column("kind", Element::U8, &THREE, Some(&[0b010]));
    let columns = policy.columns_of_bytes(vec![kind]).unwrap();
    let day: chrono::NaiveDate = "2023-11-15".parse().unwrap();
    let answers = policy.assess_columns(&columns.columns(), Question::from(day)).unwrap();
    assert_eq!(answers.problems, [1, 0, 1]);
}

#[test]
fn a_column_is_of_all_rows() {
    let kind = || column("kind", Element::U8, &THREE, None);
    let with = |other: ColumnBytes| refused(vec![kind(), other]).unwrap_or_default();
    assert!(with(column("total", Element::U32, &[], Some(&[7]))).contains("has 0 bytes"));
    assert!(with(column("total", Element::U32, &[0; 8], None)).contains("12 are needed"));
    assert!(with(column("total", Element::U32, &[0; 13], None)).contains("has 13 bytes"));
    assert!(with(column("total", Element::U32, &[0; 12], Some(&[]))).contains("of a bitmap"));
    assert!(with(column("key_area", Element::U8, &[], None)).contains("0 bytes of a bitmap"));
    assert!(with(column("existing_form", Element::U8, &[0; 2], None)).contains("has 2 values"));
    assert_eq!(with(column("total", Element::U32, &[0; 12], None)), "");
}

#[test]
fn a_column_is_given_once_by_a_name_that_there_is() {
    let kind = || column("kind", Element::U8, &THREE, None);
    assert!(refused(vec![kind(), kind()]).unwrap().contains("given once"));
    assert!(refused(vec![]).unwrap().contains("`kind` is missing"));
    let unknown = refused(vec![kind(), column("people", Element::U8, &THREE, None)]).unwrap();
    assert!(unknown.starts_with("`people` is no fact"), "{unknown}");
    let wrong = refused(vec![kind(), column("total", Element::I32, &[0; 12], None)]).unwrap();
    assert!(wrong.contains("unsigned numbers of 32 bits"), "{wrong}");
}
