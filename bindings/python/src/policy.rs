//! Policies and what is asked of them.

use std::path::PathBuf;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyMapping};
use qiaolian::SensitivityOptions;
use qiaolian::checks::{GovernanceInput, ReportInput};

use crate::arguments::{Day, Language, facts, keywords, question};
use crate::columns;
use crate::error::Refused;
use crate::findings::{Findings, ReportFindings, Rule};
use crate::frozen::{Determination, Explained};
use crate::input::{Input, Known};
use crate::to_python::plain;

/// A document put into data, under certain choices of what its text leaves open.
#[pyclass(frozen, module = "qiaolian")]
pub(crate) struct Policy(qiaolian::Policy);

#[pymethods]
impl Policy {
    /// Yuxi's plan of 2020.
    #[staticmethod]
    fn yuxi_2020() -> Self {
        Self(qiaolian::Policy::yuxi_2020())
    }

    /// The built-in policy of that id, as in `yuxi-2020`.
    #[staticmethod]
    fn named(id: &str) -> Result<Self, Refused> {
        Ok(Self(qiaolian::Policy::named(id)?))
    }

    /// The policy of a pack: a folder of files as the built-in packs have them.
    #[staticmethod]
    fn load(path: PathBuf) -> Result<Self, Refused> {
        Ok(Self(qiaolian::Policy::load(path)?))
    }

    /// The policy with these choices taken, `at_least="exclusive"`.
    #[pyo3(signature = (**choices))]
    fn with_readings(&self, choices: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        let choices = choices.into_iter().flatten();
        let choices = choices
            .map(|(reading, choice)| Ok((reading.extract()?, choice.extract()?)))
            .collect::<PyResult<Vec<(String, String)>>>()?;
        let pairs = choices.iter().map(|(reading, choice)| (&**reading, &**choice));
        Ok(Self(self.0.with_readings(pairs).map_err(Refused::from)?))
    }

    /// Assesses one subject as of a day. What is left out of the facts, or None, is unknown.
    #[pyo3(signature = (*, as_of, due_soon_days=None, lang=None, **facts))]
    fn assess(
        &self,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
        facts: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Determination> {
        let question = question(as_of, due_soon_days, lang);
        let answer = self.0.assess(&keywords(facts)?, question);
        Ok(Determination(answer.map_err(Refused::from)?))
    }

    /// Assesses many subjects, in order: for each a determination, or the error that says why there
    /// is none (not raised). A place that comes a second time is refused there.
    #[pyo3(signature = (all, *, as_of, due_soon_days=None, lang=None))]
    fn assess_all<'py>(
        &self,
        all: &Bound<'py, PyAny>,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = all.py();
        let question = question(as_of, due_soon_days, lang);
        let all = many(all)?;
        let answers = py.detach(|| self.0.assess_all(&all, question));
        let answers = answers.into_iter().map(|answer| match answer {
            Ok(determination) => Ok(Bound::new(py, Determination(determination))?.into_any()),
            Err(error) => Refused::from(error).exception(py),
        });
        PyList::new(py, answers.collect::<PyResult<Vec<_>>>()?)
    }

    /// Explains one subject: the determination, a tree to read, and names that are near.
    #[pyo3(signature = (*, as_of, due_soon_days=None, lang=None, **facts))]
    fn explain(
        &self,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
        facts: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Explained> {
        let question = question(as_of, due_soon_days, lang);
        let answer = self.0.explain(&keywords(facts)?, question);
        Ok(Explained(answer.map_err(Refused::from)?))
    }

    /// What would give one subject another duty or status, and which unknown fact to ask for first.
    #[pyo3(signature = (*, as_of, due_soon_days=None, **facts))]
    fn what_if<'py>(
        &self,
        py: Python<'py>,
        as_of: Day,
        due_soon_days: Option<u32>,
        facts: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let question = question(as_of, due_soon_days, None);
        let answer = self.0.what_if(&keywords(facts)?, question);
        plain(py, &answer.map_err(Refused::from)?)
    }

    /// Which unknown fact to ask for first because it settles most, with what each answer would give.
    #[pyo3(signature = (*, as_of, due_soon_days=None, **facts))]
    fn next_fact<'py>(
        &self,
        py: Python<'py>,
        as_of: Day,
        due_soon_days: Option<u32>,
        facts: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let question = question(as_of, due_soon_days, None);
        let answer = self.0.next_fact(&keywords(facts)?, question);
        plain(py, &answer.map_err(Refused::from)?)
    }

    /// The columns of many subjects, a row each in their order.
    fn columns<'py>(&self, all: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = all.py();
        let all = many(all)?;
        let resolved = py.detach(|| self.0.columns(&all)).map_err(Refused::from)?;
        let found = PyDict::new(py);
        found.set_item("columns", columns::of_facts(py, &resolved, &self.0)?)?;
        found.set_item("rejected", plain(py, &resolved.rejected)?)?;
        Ok(found.into_any())
    }

    /// Assesses all rows of some columns as of a day, each as `assess` does.
    #[pyo3(signature = (columns, *, as_of, due_soon_days=None))]
    fn assess_columns<'py>(
        &self,
        columns: &Bound<'py, PyMapping>,
        as_of: Day,
        due_soon_days: Option<u32>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = columns.py();
        let question = question(as_of, due_soon_days, None);
        let given = columns::given(columns)?;
        let answers = py.detach(|| {
            let columns = self.0.columns_of_bytes(given)?;
            self.0.assess_columns(&columns.columns(), question)
        });
        columns::of_answers(py, &answers.map_err(Refused::from)?)
    }

    /// What the numbers in this policy's columns stand for.
    fn column_codes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0.column_codes().map_err(Refused::from)?)
    }

    /// Coverage of many subjects, in any order, against the document's targets.
    #[pyo3(signature = (all, *, as_of, due_soon_days=None))]
    fn coverage<'py>(
        &self,
        all: &Bound<'py, PyAny>,
        as_of: Day,
        due_soon_days: Option<u32>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = all.py();
        let question = question(as_of, due_soon_days, None);
        let all = many(all)?;
        let report = py.detach(|| self.0.coverage(&all, question));
        plain(py, &report.map_err(Refused::from)?)
    }

    /// What the answers of many subjects hang on: readings, two of them together, a few people.
    #[pyo3(signature = (all, *, as_of, due_soon_days=None, within=None, most=None))]
    fn sensitivity<'py>(
        &self,
        all: &Bound<'py, PyAny>,
        as_of: Day,
        due_soon_days: Option<u32>,
        within: Option<u32>,
        most: Option<usize>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = all.py();
        let question = question(as_of, due_soon_days, None);
        let all = many(all)?;
        let options = SensitivityOptions { within, most };
        let report = py.detach(|| self.0.sensitivity(&all, question, options));
        plain(py, &report.map_err(Refused::from)?)
    }

    /// Every dated duty of many subjects, and the reports that the document asks of its places.
    #[pyo3(signature = (all, *, as_of, due_soon_days=None, lang=None))]
    fn schedule<'py>(
        &self,
        all: &Bound<'py, PyAny>,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = all.py();
        let question = question(as_of, due_soon_days, lang);
        let all = many(all)?;
        plain(py, &py.detach(|| self.0.schedule(&all, question)))
    }

    /// The schedule of many subjects as an iCalendar file.
    #[pyo3(signature = (all, *, as_of, due_soon_days=None, lang=None))]
    fn calendar(
        &self,
        all: &Bound<'_, PyAny>,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> PyResult<String> {
        let question = question(as_of, due_soon_days, lang);
        let facts = many(all)?;
        Ok(all.py().detach(|| self.0.calendar(&facts, question)))
    }

    /// One place or unit as a whole: its determination, and what every check finds of it.
    #[pyo3(signature = (case, *, as_of, due_soon_days=None, lang=None))]
    fn dossier<'py>(
        &self,
        py: Python<'py>,
        case: Known,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let found = self.0.dossier(&case.0, question(as_of, due_soon_days, lang));
        plain(py, &found.map_err(Refused::from)?)
    }

    /// The same as a tree of lines to read.
    #[pyo3(signature = (case, *, as_of, due_soon_days=None, lang=None))]
    fn dossier_text(
        &self,
        case: Known,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> Result<String, Refused> {
        Ok(self.0.dossier_text(&case.0, question(as_of, due_soon_days, lang))?)
    }

    /// The same as a page of HTML that prints on A4.
    #[pyo3(signature = (case, *, as_of, due_soon_days=None, lang=None))]
    fn dossier_html(
        &self,
        case: Known,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> Result<String, Refused> {
        Ok(self.0.dossier_html(&case.0, question(as_of, due_soon_days, lang))?)
    }

    /// The steps to a subject's organisation as they stand (2.1, 2.2, 3.1, 3.2).
    #[pyo3(signature = (case, *, as_of, due_soon_days=None, lang=None))]
    fn procedure<'py>(
        &self,
        py: Python<'py>,
        case: Known,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let found = self.0.procedure(&case.0, question(as_of, due_soon_days, lang));
        plain(py, &found.map_err(Refused::from)?)
    }

    /// What remains to be done until a subject has its organisation, in which order.
    #[pyo3(signature = (case, *, as_of, due_soon_days=None, lang=None))]
    fn plan<'py>(
        &self,
        py: Python<'py>,
        case: Known,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let found = self.0.plan(&case.0, question(as_of, due_soon_days, lang));
        plain(py, &found.map_err(Refused::from)?)
    }

    /// Who leads and staffs a federation (3.3), and the steps of its election (3.1).
    #[pyo3(signature = (case, *, as_of, due_soon_days=None, lang=None))]
    fn leadership(
        &self,
        case: Known,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> Result<Findings, Refused> {
        Ok(Findings(self.0.leadership(&case.0, question(as_of, due_soon_days, lang))?))
    }

    /// A federation's office and registration (3.2).
    #[pyo3(signature = (case, *, as_of, due_soon_days=None, lang=None))]
    fn office(
        &self,
        case: Known,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> Result<Findings, Refused> {
        Ok(Findings(self.0.office(&case.0, question(as_of, due_soon_days, lang))?))
    }

    /// A subject's homes, groups and activities (3.4).
    #[pyo3(signature = (case, *, as_of, due_soon_days=None, lang=None))]
    fn platform(
        &self,
        case: Known,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> Result<Findings, Refused> {
        Ok(Findings(self.0.platform(&case.0, question(as_of, due_soon_days, lang))?))
    }

    /// A federation's standing, funds and training (3.5).
    #[pyo3(signature = (case, *, as_of, due_soon_days=None, lang=None))]
    fn safeguards(
        &self,
        case: Known,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> Result<Findings, Refused> {
        Ok(Findings(self.0.safeguards(&case.0, question(as_of, due_soon_days, lang))?))
    }

    /// The composition of the group that leads the whole work (4), by post.
    #[pyo3(signature = (group, *, as_of, due_soon_days=None, lang=None))]
    fn governance(
        &self,
        group: Input<GovernanceInput>,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> Result<Findings, Refused> {
        Ok(Findings(self.0.governance(&group.0, question(as_of, due_soon_days, lang))?))
    }

    /// What was reported by a date (5.4), of each place that owes it.
    #[pyo3(signature = (reports, *, as_of, due_soon_days=None, lang=None))]
    fn report(
        &self,
        reports: Input<ReportInput>,
        as_of: Day,
        due_soon_days: Option<u32>,
        lang: Option<Language>,
    ) -> Result<ReportFindings, Refused> {
        Ok(ReportFindings(self.0.report(&reports.0, question(as_of, due_soon_days, lang))?))
    }

    /// The facts of each place of the policy's own list: its division code, and nothing else.
    fn places<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0.places())
    }

    /// All provisions down to the clause, with the rules that carry each.
    fn provisions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0.provisions())
    }

    /// The same as a page for people, which stands alone and can be printed: HTML without a script.
    #[pyo3(signature = (*, lang=None))]
    fn provisions_html(&self, lang: Option<Language>) -> String {
        self.0.provisions_html(lang.map(|language| language.0).unwrap_or_default())
    }

    /// All rules: those of eligibility, then those of each check that the policy has.
    fn rules(&self) -> Vec<Rule> {
        self.0.rules().into_iter().map(Rule).collect()
    }

    /// All readings with their choices, and which is in force.
    fn readings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0.readings())
    }

    /// What the policy is, and its rows of rules under the choices in force.
    fn describe<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0.describe())
    }

    /// Walks the policy's tables completely and reports what it finds.
    fn check<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &py.detach(|| self.0.check_report()))
    }

    /// The same as a page for people, which stands alone and can be printed: HTML without a script.
    #[pyo3(signature = (*, lang=None))]
    fn check_html(&self, py: Python<'_>, lang: Option<Language>) -> String {
        let lang = lang.map(|language| language.0).unwrap_or_default();
        py.detach(|| self.0.check_html(lang))
    }

    /// What differs in another policy; with records, which of their subjects change, too.
    #[pyo3(signature = (other, records=None, *, as_of=None, due_soon_days=None))]
    fn diff<'py>(
        &self,
        py: Python<'py>,
        other: &Bound<'py, Self>,
        records: Option<&Bound<'py, PyAny>>,
        as_of: Option<Day>,
        due_soon_days: Option<u32>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let other = &other.get().0;
        let Some(records) = records else {
            return plain(py, &py.detach(|| self.0.diff(other)));
        };
        let missing = || PyTypeError::new_err("records are compared as of a day: give `as_of`");
        let question = question(as_of.ok_or_else(missing)?, due_soon_days, None);
        let records = many(records)?;
        plain(py, &py.detach(|| self.0.diff_subjects(other, &records, question)))
    }

    /// What differs in another policy, as a tree to read.
    #[pyo3(signature = (other, *, lang=None))]
    fn diff_text(&self, other: &Bound<'_, Self>, lang: Option<Language>) -> String {
        let lang = lang.map(|language| language.0).unwrap_or_default();
        self.0.diff_text(&other.get().0, lang)
    }

    fn __repr__(&self) -> String {
        format!("{:?}", self.0)
    }
}

/// The facts of many subjects.
fn many(all: &Bound<'_, PyAny>) -> PyResult<Vec<qiaolian::Facts>> {
    all.try_iter()?.map(|one| facts(one?.cast::<PyMapping>()?)).collect()
}

/// The JSON Schema of that name; that of `facts` is the policy's.
#[pyfunction]
#[pyo3(signature = (name, policy=None))]
pub(crate) fn schema<'py>(
    py: Python<'py>,
    name: &str,
    policy: Option<&Bound<'py, Policy>>,
) -> PyResult<Bound<'py, PyAny>> {
    let found = match policy {
        Some(policy) => qiaolian::schema(name, &policy.get().0),
        None => qiaolian::schema(name, &qiaolian::Policy::yuxi_2020()),
    };
    let known = qiaolian::SCHEMAS.map(|name| format!("`{name}`")).join(", ");
    let missing = || PyValueError::new_err(format!("`{name}` is no schema; there are {known}"));
    plain(py, &found.ok_or_else(missing)?)
}
