// What holds in a page and in Node alike. Each check throws where it doesn't.

import { answer } from "./columns.js";

const DAY = { asOf: "2023-11-15" };
const VILLAGE = { kind: "village", county: "红塔区", name: "金州社区", returned_and_relatives: 12 };

function same(found, expected) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`found ${a}, expected ${b}`);
}

/** The error that a call throws: a QiaolianError, and nothing else. */
function refused({ QiaolianError }, call) {
  try {
    call();
  } catch (error) {
    if (!(error instanceof QiaolianError)) throw new Error(`threw ${error}`, { cause: error });
    same(error instanceof Error, true);
    same(error.name, "QiaolianError");
    same(Object.keys(error.toJSON()), ["code", "message", "help", "problems"]);
    same(JSON.stringify(error), JSON.stringify(error.envelope));
    for (const text of [error.text, error.help]) same([!!text.zh, !!text.en], [true, true]);
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Of both modules. */
export const checks = {
  "the example of the contract"({ Policy }) {
    const policy = Policy.yuxi2020().withReadings({ at_least: "exclusive" });
    const { readings, duty, key_area, as_of, trace, ...rest } = policy.assess(VILLAGE, DAY);
    same(readings, { at_least: "exclusive" });
    same([duty, key_area, as_of], ["in_principle_must", true, "2023-11-15"]);
    same(rest.code, "530402006001");
    same("extra" in rest, false);
    same(trace[0].rule, "kind");
  },

  "what is left out, null or undefined is unknown"({ Policy }) {
    const policy = Policy.yuxi2020();
    const left = policy.assess(VILLAGE, DAY);
    same(policy.assess({ ...VILLAGE, overseas: null, students: undefined }, DAY), left);
    same(left.count_is_complete, false);
  },

  "the policy's own places are facts to ask about"({ Policy }) {
    const policy = Policy.yuxi2020();
    const places = policy.places();
    same(places.length, 803);
    same(places.slice(0, 2).map((place) => policy.assess(place, DAY).kind), ["county", "county"]);
  },

  "numbers, texts and truths as registers have them"({ Policy }) {
    const policy = Policy.yuxi2020();
    const facts = { code: "530402005", total: 100, existing_form: "none", exception_agreed: true };
    const found = policy.assess(facts, DAY);
    same(found.count, 100);
    same(policy.assess({ ...facts, total: "100", exception_agreed: "是" }, DAY), found);
    same(policy.assess({ ...facts, total: -0 }, DAY).count, 0);
  },

  "options: language and days"({ Policy }) {
    const policy = Policy.yuxi2020();
    const units = (lang) => policy.assess(VILLAGE, { ...DAY, lang }).responsible_units[0];
    same(units("zh"), "红塔区委统战部");
    same(units(undefined), units("zh"));
    same(/[A-Za-z]/.test(units("en")), true);
    const status = (dueSoonDays) =>
      policy.assess({ code: "530402005", total: 100, existing_form: "none" }, { ...DAY, dueSoonDays }).status;
    same([status(46), status(45), status(undefined)], ["due_soon", "pending", "due_soon"]);
  },

  "what is wrong with facts comes at once"(qiaolian) {
    const policy = qiaolian.Policy.yuxi2020();
    const error = refused(qiaolian, () => policy.assess({ kind: "village", county: "北京", total: -3, key_area: "maybe" }, DAY));
    same(error.code, "invalid_facts");
    same(error.problems.map(({ column }) => column), ["county", "total", "key_area"]);
    same(error.problems.map(({ value }) => value), ["北京", "-3", "maybe"]);
    same(error.message.includes(error.problems[0].message.en), true);
    for (const total of [1.5, NaN, Infinity, 2 ** 53]) {
      const { problems } = refused(qiaolian, () => policy.assess({ ...VILLAGE, total }, DAY));
      same(problems[0].code, "unreadable_number");
    }
  },

  "a name that is no fact, reading, choice or policy is refused"(qiaolian) {
    const policy = qiaolian.Policy.yuxi2020();
    const code = (call) => refused(qiaolian, call).code;
    same(code(() => policy.assess({ nmae: "金州社区" }, DAY)), "unknown_fact");
    same(code(() => policy.withReadings({ at_most: "inclusive" })), "unknown_reading");
    same(code(() => policy.withReadings({ at_least: "maybe" })), "unknown_choice");
    same(code(() => qiaolian.Policy.named("atlantis-2020")), "unknown_policy");
  },

  "misuse is said, never a trap"(qiaolian) {
    const policy = qiaolian.Policy.yuxi2020();
    const misused = (code, about, call) => {
      const error = refused(qiaolian, call);
      same([error.code, error.message.includes(`\`${about}\``)], [code, true]);
      same(error.text.en.includes(`\`${about}\``), true);
    };
    for (const ask of [policy.assess, policy.explain].filter(Boolean)) {
      const asked = ask.bind(policy, VILLAGE);
      misused("missing_argument", "asOf", () => asked());
      misused("missing_argument", "asOf", () => asked({}));
      misused("unknown_argument", "as_of", () => asked({ as_of: "2023-11-15" }));
      for (const options of [null, 5, "2023-11-15", ["2023-11-15"]]) {
        misused("invalid_argument", "options", () => asked(options));
      }
      for (const asOf of [null, 20231115, new Date(), "2023-02-30", "2023-1-5", "+2023-11-15", "２０２３-11-15", ""]) {
        misused("invalid_argument", "asOf", () => asked({ asOf }));
      }
      for (const dueSoonDays of [-1, 1.5, NaN, 2 ** 32, "90", null]) {
        misused("invalid_argument", "dueSoonDays", () => asked({ ...DAY, dueSoonDays }));
      }
      for (const lang of ["fr", "ZH", 1, null]) {
        misused("invalid_argument", "lang", () => asked({ ...DAY, lang }));
      }
      for (const facts of [undefined, null, 5, "village", [VILLAGE]]) {
        misused("invalid_argument", "facts", () => ask.call(policy, facts, DAY));
      }
      for (const name of [{}, [], Symbol("x"), 5n, () => "x"]) {
        misused("invalid_argument", "name", () => ask.call(policy, { ...VILLAGE, name }, DAY));
      }
    }
    for (const choices of [undefined, null, 5, "at_least"]) {
      misused("invalid_argument", "choices", () => policy.withReadings(choices));
    }
    misused("invalid_argument", "at_least", () => policy.withReadings({ at_least: true }));
    for (const id of [undefined, null, 5]) misused("invalid_argument", "id", () => qiaolian.Policy.named(id));
    const broken = { get name() { throw new Error("no"); } };
    misused("invalid_argument", "name", () => policy.assess(broken, DAY));
    same(policy.assess(VILLAGE, DAY).count, 12);
  },

  "hostile texts come back as they are"({ Policy }) {
    const names = ["\u0000", "\ud800", "__proto__", "😀".repeat(1000), "constructor", "{name}", "'\"\\"];
    for (const name of names) {
      const found = Policy.yuxi2020().assess({ kind: "school", name, total: 31 }, DAY);
      same(found.name, name.replace("\ud800", "\ufffd"));
    }
  },

  "a policy can be let go of"({ Policy }) {
    const policy = Policy.yuxi2020();
    policy[Symbol.dispose ?? "free"]();
    same(Policy.yuxi2020().assess(VILLAGE, DAY).count, 12);
    for (let times = 0; times < 2000; times += 1) Policy.yuxi2020().withReadings({}).free();
  },
};

/** Of the full module alone. */
const CASE = {
  subject: { name: "玉带街道", county: "红塔区", kind: "township", total: 120, existing_form: "federation" },
  office: { approved: "2022-03-01", registered: false },
};

export const checksOfFull = {
  "many at once: each its answer or its error, in order"({ Policy, QiaolianError }) {
    const [first, second, third] = Policy.yuxi2020().assessAll(
      [VILLAGE, { ...VILLAGE, total: -3 }, { kind: "school", total: 31 }],
      DAY,
    );
    same([first.row, third.row], [1, 3]);
    same(second instanceof QiaolianError, true);
    same(second.problems.map(({ code }) => code), ["duplicate_code", "unreadable_number"]);
    same(Policy.yuxi2020().assessAll([], DAY), []);
  },

  "many that are no array of facts are refused"(qiaolian) {
    const policy = qiaolian.Policy.yuxi2020();
    const misused = (code, about, call) => {
      const error = refused(qiaolian, call);
      same([error.code, error.message.includes(`\`${about}\``)], [code, true]);
    };
    for (const all of [undefined, null, {}, "rows", new Set()]) {
      misused("invalid_argument", "all", () => policy.assessAll(all, DAY));
    }
    misused("invalid_argument", "facts", () => policy.assessAll([VILLAGE, 5], DAY));
    misused("missing_argument", "asOf", () => policy.assessAll([VILLAGE]));
  },

  "an explanation has the determination, a tree and near names"({ Policy }) {
    const facts = { kind: "village", county: "红塔区", name: "大营街社区" };
    const found = Policy.yuxi2020().explain(facts, DAY);
    same(Object.keys(found), ["determination", "tree", "near_names"]);
    same(found.determination, Policy.yuxi2020().assess(facts, DAY));
    same(found.tree.zh.includes(found.determination.reason.zh), true);
  },

  "what a policy consists of"({ Policy }) {
    const policy = Policy.yuxi2020();
    same(policy.provisions().flatMap(({ clauses }) => clauses).length, 90);
    same(policy.readings().length, 12);
    const { policy: name, places, rows } = policy.withReadings({ zero_count: "may" }).describe();
    same([name, places, rows.length > 0], ["yuxi-2020@1.0.0", 803, true]);
    same(policy.withReadings({ zero_count: "may" }).readings().find(({ id }) => id === "zero_count").in_force, "may");
    same(Policy.named("beijing-universities").describe().policy.startsWith("beijing-universities@"), true);
  },

  "a whole register: coverage, schedule, calendar"({ Policy }) {
    const policy = Policy.yuxi2020();
    const rows = [VILLAGE, { ...VILLAGE, total: -3 }, { kind: "school", total: 31, existing_form: "none" }];
    const coverage = policy.coverage(rows, DAY);
    same([coverage.policy, coverage.as_of, coverage.rejected.length], ["yuxi-2020@1.0.0", "2023-11-15", 1]);
    const schedule = policy.schedule(rows, DAY);
    same(schedule.entries.some(({ due }) => due === "2022-12-31"), true);
    same(policy.calendar(rows, DAY).startsWith("BEGIN:VCALENDAR\r\n"), true);
  },

  "what answers hang on: readings, and a few people"({ Policy }) {
    const village = (name, total) => ({ kind: "village", county: "通海县", name, total, existing_form: "none" });
    const rows = [village("示例村甲", 30), village("示例村乙", 31), village("示例村丙", 28), { kind: "galaxy" }];
    const report = Policy.yuxi2020().sensitivity(rows, { ...DAY, within: 2 });
    const { changes } = report.alone.find(({ choices }) => choices.at_least === "exclusive");
    same([changes.subjects, changes.duty, changes.alike[0].rows], [1, 1, [1]]);
    same(changes.alike[0].to, { duty: "may", fulfilment: "none", status: "optional" });
    same(report.margins.map(({ more, fewer }) => [more, fewer]), [[null, 1], [null, 2], [2, 28]]);
    same([report.subjects, report.counts.near, report.rejected.map(({ row }) => row)], [3, 3, [4]]);
    const bare = Policy.yuxi2020().sensitivity([{ kind: "school", name: "示例中学" }], DAY);
    same([bare.counts.near, bare.counts.unknown, bare.margins[0].more], [0, 1, null]);
    const own = Policy.yuxi2020();
    const places = own.sensitivity(own.places(), { asOf: "2022-12-31", most: 2 });
    const presumed = places.alone.find(({ choices }) => choices.county_presumption === "unverified");
    same([places.counts.within, presumed.changes.subjects, presumed.changes.alike[0].rows], [3, 3, [1, 6]]);
  },

  "what would change an answer, and what to ask for first"({ Policy }) {
    const policy = Policy.yuxi2020();
    const facts = { kind: "village", county: "通海县", name: "示例村", students: 12, existing_form: "none" };
    const known = { ...facts, returned_and_relatives: 0, overseas: 0 };
    const { answer, changes, next_fact, tree } = policy.whatIf(known, DAY);
    same([answer.duty, next_fact], ["may", null]);
    const more = changes.find(({ changes, gives }) => changes[0].fact === "students" && gives.duty !== "none");
    same([more.changes[0].from, more.changes[0].to, more.changes[0].people], [12, 30, 18]);
    same([more.gives.duty, more.due], ["in_principle_should", "2023-12-31"]);
    same(tree.zh.includes("12→30人（多18人）"), true);
    const asked = policy.nextFact(facts, DAY);
    same([asked.next_fact.fact, asked.next_fact.settles], ["total", 2]);
    same(asked.next_fact.answers.map(({ least, most }) => [least, most]), [[12, 29], [30, null]]);
    same(policy.whatIf(facts, DAY).next_fact, asked.next_fact);
  },

  "columns: rows that don't hold up, arrays of one's own, what is refused"(qiaolian) {
    const policy = qiaolian.Policy.yuxi2020();
    const resolved = policy.columns([{ kind: "galaxy" }, { kind: "school", students: 30 }]);
    same(resolved.rejected.map(({ row }) => row), [1]);
    const both = policy.assessColumns(resolved.columns, DAY);
    same([...both.problems], [1, 0]);
    same(answer(policy, both, 1).duty, "in_principle_should");
    const school = policy.columnCodes().kind.findIndex(({ kind }) => kind === "school");
    const columns = {
      kind: new Uint8Array(3).fill(school),
      total: { values: new Uint32Array([29, 30, 0]), validity: new Uint8Array([3]) },
      existing_form: null,
    };
    const own = policy.assessColumns(columns, DAY);
    same([0, 1, 2].map((at) => answer(policy, own, at).duty), ["may", "in_principle_should", "undetermined"]);
    same([own.duty instanceof Uint8Array, own.due.values instanceof Int32Array], [true, true]);
    same(own.shortfall.values instanceof Uint32Array, true);
    const code = (columns) => refused(qiaolian, () => policy.assessColumns(columns, DAY)).code;
    same(code({ kind: new Uint8Array(1), people: new Uint8Array(1) }), "unknown_fact");
    same(code({ kind: [0] }), "invalid_argument");
    same(code({ kind: new Uint8Array(1), total: new Int32Array(1) }), "invalid_argument");
    same(code({ kind: new Uint8Array(1), total: { values: new Uint32Array(1), validity: [1] } }), "invalid_argument");
    same(code({ kind: new Uint8Array(1), total: new Uint32Array(2) }), "unfit_columns");
    same(code({}), "missing_argument");
    same(code(null), "invalid_argument");
  },

  "the difference of two policies, and who of a register changes"({ Policy }) {
    const policy = Policy.yuxi2020();
    const other = policy.withReadings({ at_least: "exclusive" });
    const { classes, constants, subjects } = policy.diff(other);
    same(classes.map(({ people }) => people.least), [100, 30, 30, 30]);
    same([constants[0].what, constants[0].before, constants[0].after], ["limit_inclusive", true, false]);
    same(subjects, null);
    same(policy.diff(policy).constants, []);
    const school = (total) => ({ kind: "school", total, existing_form: "none" });
    const found = policy.diff(other, [school(29), school(30), school(31)], DAY).subjects;
    same([found.assessed, found.changed, found.subjects[0].row], [3, 1, 2]);
    same([found.subjects[0].before.duty, found.subjects[0].after.duty], ["in_principle_should", "may"]);
    same(policy.diffText(other).includes("30人"), true);
    same(policy.diffText(other, "en").includes("units of all kinds, 30"), true);
  },

  "the proof and the schemas"({ Policy }) {
    const policy = Policy.yuxi2020();
    const { sound, faults, readings } = policy.check();
    same([sound, faults, readings.length], [true, [], 12]);
    const examples = readings.filter(({ example }) => example !== null);
    same(examples.length, 11);
    for (const { reading, choice, example } of examples) {
      const { facts, as_of: asOf, before, after } = example;
      for (const [asked, stated] of [[policy, before], [policy.withReadings({ [reading]: choice }), after]]) {
        const { duty, forms, due, fulfilment, status } = asked.assess(facts, { asOf });
        same({ duty, forms, due, fulfilment, status }, stated);
      }
    }
    const [zh, en] = [policy.checkHtml(), policy.checkHtml("en")];
    same([zh === policy.checkHtml("zh"), zh === en], [true, false]);
    same(zh.startsWith("<!DOCTYPE html>") && zh.includes('id="clause-2.2-5"'), true);
    same(policy.schema("facts").additionalProperties, false);
    same(policy.schema("determination").title, "Determination");
  },

  "a pack with mistakes is refused with all of them"(qiaolian) {
    try {
      qiaolian.Policy.loadTexts({ "policy.toml": "id = 1" });
    } catch (error) {
      same([error instanceof qiaolian.QiaolianError, error.code], [true, "faulty_pack"]);
      same(error.related.length > 1, true);
      same(error.where, error.related[0].where);
      return;
    }
    throw new Error("nothing was thrown");
  },

  "what isn't asked rightly of a whole policy is said"(qiaolian) {
    const policy = qiaolian.Policy.yuxi2020();
    const code = (call) => refused(qiaolian, call).code;
    same(code(() => policy.explain({ nmae: "金州社区" }, DAY)), "unknown_fact");
    same(code(() => policy.schema("determinations")), "invalid_argument");
    for (const within of [-1, 1.5, "3", null, 2 ** 32]) {
      same(code(() => policy.sensitivity([VILLAGE], { ...DAY, within })), "invalid_argument");
    }
    same(code(() => policy.coverage([VILLAGE], { ...DAY, within: 3 })), "unknown_argument");
    same(code(() => policy.whatIf({ nmae: "金州社区" }, DAY)), "unknown_fact");
    for (const ask of [policy.coverage, policy.sensitivity, policy.schedule, policy.calendar]) {
      same(code(() => ask.call(policy, {}, DAY)), "invalid_argument");
      same(code(() => ask.call(policy, [VILLAGE])), "missing_argument");
    }
    same(code(() => policy.diff(policy, {}, DAY)), "invalid_argument");
    same(code(() => policy.diff(policy, [VILLAGE])), "missing_argument");
    for (const files of [undefined, null, [], { "policy.toml": 1 }]) {
      same(code(() => qiaolian.Policy.loadTexts(files)), "invalid_argument");
    }
  },

  "a case: what remains, what is met, and the whole of it"({ Policy }) {
    const policy = Policy.yuxi2020();
    const plan = policy.plan(CASE, DAY);
    same(plan.text.zh.includes("玉带街道"), true);
    same([plan.mermaid.zh.startsWith("flowchart "), plan.dot.en.startsWith("digraph ")], [true, true]);
    const dossier = policy.dossier(CASE, DAY);
    same(dossier.determination.name, "玉带街道");
    const { office } = Object.fromEntries(dossier.checks.map(({ check, findings }) => [check, findings]));
    same(office, policy.office(CASE, DAY).findings);
    same(policy.dossierText(CASE, { ...DAY, lang: "en" }).split("\n").length > 10, true);
    same(policy.dossierHtml(CASE, DAY).startsWith("<!DOCTYPE html>"), true);
  },

  "the rules, and the provisions as a page"({ Policy }) {
    const policy = Policy.yuxi2020();
    same(policy.rules().some(({ id, check }) => id === "office_allowed" && check === "office"), true);
    const [zh, en] = [policy.provisionsHtml(), policy.provisionsHtml("en")];
    same([zh === policy.provisionsHtml("zh"), zh === en], [true, false]);
  },

  "each mistake of a case is said, with its path"(qiaolian) {
    const policy = qiaolian.Policy.yuxi2020();
    const paths = (input) => refused(qiaolian, () => policy.office(input, DAY)).problems.map(({ column }) => column);
    same(paths({ office: { sought: "yes", approved: new Date(0) } }), ["office.sought", "office.approved"]);
    same(paths({ leadership: { members: [{}, { time: "always" }] } }), ["leadership.members[1].time"]);
    same(paths({ ...CASE, subject: { ...CASE.subject, total: NaN } }), ["subject.total"]);
    same(refused(qiaolian, () => policy.report({ counties: { 大理市: {} } }, DAY)).code, "invalid_input");
  },

  "what is no case is refused, never taken for an empty one"(qiaolian) {
    const policy = qiaolian.Policy.yuxi2020();
    const circle = {};
    circle.office = circle;
    for (const given of [undefined, null, 5, "{}", [], new Map(), { office: new Map() }, circle, { office: 1n }]) {
      const { code } = refused(qiaolian, () => policy.dossier(given, DAY));
      same(["invalid_argument", "invalid_input"].includes(code), true);
    }
    same(refused(qiaolian, () => policy.dossier(CASE)).code, "missing_argument");
    const none = qiaolian.Policy.named("beijing-universities");
    same(refused(qiaolian, () => none.governance({}, DAY)).code, "no_such_check");
    same(refused(qiaolian, () => policy.provisionsHtml("fr")).code, "invalid_argument");
    same(refused(qiaolian, () => policy.checkHtml("fr")).code, "invalid_argument");
  },
};
