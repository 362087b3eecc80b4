// What the package is made of.

import assert from "node:assert/strict";
import { access, readdir } from "node:fs/promises";
import { test } from "node:test";

import { PACKAGE, read } from "./files.js";

const manifest = JSON.parse(await read("bindings/wasm/pkg/package.json"));

test("its version is the workspace's", async () => {
  const [, version] = (await read("Cargo.toml")).match(/^version = "(.+)"$/m);
  assert.equal(manifest.version, version);
});

test("it depends on nothing at run time", () => {
  assert.deepEqual(Object.keys(manifest).filter((key) => /dependencies/i.test(key)), []);
});

test("what it exports is there, and all that is there is published", async () => {
  const entries = Object.values(manifest.exports).flatMap((entry) => typeof entry === "string" ? [entry] : Object.values(entry));
  for (const entry of entries) await access(PACKAGE + entry);
  const published = ["package.json", "README.md"];
  const endings = manifest.files.map((pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`));
  for (const name of await readdir(PACKAGE)) {
    assert.ok(published.includes(name) || endings.some((ending) => ending.test(name)), name);
  }
});

test("nothing in it or in the lock file names a registry", async () => {
  for (const path of ["package-lock.json", "package.json", "pkg/package.json"]) {
    assert.doesNotMatch(await read(`bindings/wasm/${path}`), /"resolved"|registry/, path);
  }
});
