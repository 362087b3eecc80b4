// What is given, as a list of texts: first "" and then what it is, or which fault it has, its name and
// what may stand there. So the module, which is to be small, reads one kind of thing.

import { written } from "./number.js";

/** What is wrong with what is given; it never leaves these files. */
export class Fault {
  constructor(kind, name, known) {
    this.said = [kind, name, known];
  }
}

/** The list that `put` fills, or the fault that it comes upon. */
export function listed(put) {
  const list = [""];
  try {
    put(list);
  } catch (fault) {
    if (fault instanceof Fault) return fault.said;
    throw fault;
  }
  return list;
}

/** What `read` gives; where it throws, the name has no such value. */
function tried(name, wanted, read) {
  try {
    return read();
  } catch {
    throw new Fault("invalid", name, wanted);
  }
}

/** The names and values of an object, those that are undefined left out. */
export function entries(name, object) {
  if (typeof object !== "object" || object === null || Array.isArray(object)) {
    throw new Fault("invalid", name, "an object");
  }
  const names = tried(name, "an object", () => Object.keys(object));
  const all = names.map((key) => [key, tried(key, "a value", () => object[key])]);
  return all.filter(([, value]) => value !== undefined);
}

/** A fact: of which sort, then what it says. */
function fact(name, value) {
  if (value === null) return "?";
  if (value === true) return "+";
  if (value === false) return "-";
  if (typeof value === "number") return `=${written(value)}`;
  if (typeof value === "string") return `=${value}`;
  throw new Fault("invalid", name, "a text, a number, true, false or null");
}

function putFacts(list, facts) {
  for (const [name, value] of entries("facts", facts)) list.push(name, fact(name, value));
}

/** The facts of one subject. */
export function facts(given) {
  return listed((list) => putFacts(list, given));
}

/** The facts of many, each with an end. */
export function allFacts(given) {
  return listed((list) => {
    if (!Array.isArray(given)) throw new Fault("invalid", "all", "an array of facts");
    for (const one of given) {
      putFacts(list, one);
      list.push("", ".");
    }
  });
}

/** Texts by their names. */
export function texts(name, given) {
  return listed((list) => {
    for (const [key, value] of entries(name, given)) {
      if (typeof value !== "string") throw new Fault("invalid", key, "a text");
      list.push(key, value);
    }
  });
}

const DAY = "a day, as in 2023-11-15";
const DAY_MS = 86_400_000;
// Before the first day of year 1 in the calendar carried back; whole, as every day's beginning is.
const DAY_0 = new Date(0).setUTCFullYear(0, 11, 31) / DAY_MS;

/** The number of a day, the first of year 1 the first. A `Date` is none: cutting off its time and zone
    is the caller's choice. */
function day(value) {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)) {
    const [year, month, date] = value.split("-").map(Number);
    const found = new Date(0);
    const number = found.setUTCFullYear(year, month - 1, date) / DAY_MS - DAY_0;
    if (number > 0 && found.getUTCMonth() === month - 1 && found.getUTCDate() === date) return String(number);
  }
  throw new Fault("invalid", "asOf", DAY);
}

/** A whole number of what is counted. */
function whole(name, counted) {
  return (value) => {
    if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) return String(value);
    throw new Fault("invalid", name, `a whole number of ${counted}, 0 or more`);
  };
}

function lang(value) {
  if (value === "zh" || value === "en") return value;
  throw new Fault("invalid", "lang", "`zh` or `en`");
}

const OPTIONS = { asOf: day, dueSoonDays: whole("dueSoonDays", "days"), lang };
const OF_SENSITIVITY = { ...OPTIONS, within: whole("within", "people"), most: whole("most", "rows") };

function optionsOf(known, given) {
  return listed((list) => {
    const said = {};
    for (const [name, value] of given === undefined ? [] : entries("options", given)) {
      if (!Object.hasOwn(known, name)) {
        throw new Fault("unknown", name, Object.keys(known).map((one) => `\`${one}\``).join(", "));
      }
      said[name] = known[name](value);
    }
    if (said.asOf === undefined) throw new Fault("missing", "asOf", DAY);
    for (const name of Object.keys(known)) list.push(said[name] ?? "");
  });
}

/** The day as a number, the days that are soon, the language: "" for what is left out. */
export function options(given) {
  return optionsOf(OPTIONS, given);
}

/** The same, then how many people more or fewer, and how many rows at most. */
export function sensitivityOptions(given) {
  return optionsOf(OF_SENSITIVITY, given);
}

/** A language; "" for none. */
export function language(given) {
  return listed((list) => list.push(given === undefined ? "" : lang(given)));
}
