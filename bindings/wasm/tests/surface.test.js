// Every function of the facade is here, or `surface.json` says why not; and none beside.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Policy } from "../pkg/node.js";
import { read } from "./files.js";

// What the glue adds to every class, whatever the facade has.
const GLUE = ["constructor", "free", "__destroy_into_raw", "__wrap"];

test("the package has what the list says and nothing else", async () => {
  const listed = JSON.parse(await read("tests/surface.json")).map(({ javascript }) => javascript);
  const made = Object.getOwnPropertyNames(Policy).filter((name) => typeof Policy[name] === "function");
  const methods = Object.getOwnPropertyNames(Policy.prototype);
  const found = [...made, ...methods].filter((name) => !GLUE.includes(name)).map((name) => `Policy.${name}`);
  assert.deepEqual(found.sort(), listed.filter((name) => name !== null).sort());
});

test("the modules export the same names", async () => {
  const names = ["Policy", "QiaolianError", "default", "initSync"];
  for (const entry of ["node.js", "index.js"]) {
    assert.deepEqual(Object.keys(await import(`../pkg/${entry}`)).sort(), names);
  }
});
