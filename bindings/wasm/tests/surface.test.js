// Every function of the facade is here, in one of the modules, or `surface.json` says why not; and none
// beside.

import assert from "node:assert/strict";
import { test } from "node:test";

import { read } from "./files.js";
import { MODULES } from "./shared/modules.js";

// What the glue adds to every class, whatever the facade has.
const GLUE = ["constructor", "free", "__destroy_into_raw", "__wrap"];

for (const [module, { page, node, isFull }] of Object.entries(MODULES)) {
  test(`${module} has what the list says and nothing else`, async () => {
    const all = JSON.parse(await read("tests/surface.json")).filter(({ javascript }) => javascript !== null);
    const here = all.filter(({ only_in }) => isFull || !only_in?.javascript);
    const { Policy } = await import(`../pkg/${node}`);
    const made = Object.getOwnPropertyNames(Policy).filter((name) => typeof Policy[name] === "function");
    const methods = Object.getOwnPropertyNames(Policy.prototype);
    const found = [...made, ...methods].filter((name) => !GLUE.includes(name)).map((name) => `Policy.${name}`);
    assert.deepEqual(found.sort(), here.map(({ javascript }) => javascript).sort());
  });

  test(`${module} exports the same names in a page and in Node`, async () => {
    const names = ["Policy", "QiaolianError", "default", "initSync"];
    for (const entry of [page, node]) {
      assert.deepEqual(Object.keys(await import(`../pkg/${entry}`)).sort(), names);
    }
  });
}
