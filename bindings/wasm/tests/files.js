// Where things are in the checkout.

import { cp, readFile, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const CHECKOUT = fileURLToPath(new URL("../../../", import.meta.url));
export const PACKAGE = fileURLToPath(new URL("../pkg/", import.meta.url));

/** A file of the checkout, as text. */
export const read = (path) => readFile(CHECKOUT + path, "utf8");

/** The files of vectors, by the policies that they are of. */
async function vectorFiles(policies) {
  const files = [];
  for (const policy of policies) {
    const folder = `tests/vectors/${policy}/`;
    const names = (await readdir(CHECKOUT + folder)).filter((name) => name.endsWith(".json"));
    files.push(...names.sort().map((name) => folder + name));
  }
  return files;
}

/** The vectors of the policies that are built in, and how many those of the others are. */
export async function vectors() {
  const policies = await readdir(`${CHECKOUT}tests/vectors`);
  const packs = await readdir(`${CHECKOUT}tests/packs`);
  const others = await vectorFiles(policies.filter((policy) => packs.includes(policy)));
  const counts = await Promise.all(others.map(async (path) => JSON.parse(await read(path)).vectors.length));
  const files = await vectorFiles(policies.filter((policy) => !packs.includes(policy)));
  return { files, others: counts.reduce((sum, count) => sum + count, 0) };
}

/** How many vectors the runner in Rust says there are. */
export async function countInRust() {
  const [, count] = (await read("tests/tests/vectors.rs")).match(/const VECTORS: usize = (\d+);/);
  return Number(count);
}

/** A folder of its own for one test, with the package installed in it. */
export async function madeFolder(name) {
  const folder = fileURLToPath(new URL(`.made/${name}/`, import.meta.url));
  await rm(folder, { recursive: true, force: true });
  await cp(PACKAGE, `${folder}node_modules/qiaolian`, { recursive: true });
  return folder;
}
