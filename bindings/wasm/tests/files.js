// Where things are in the checkout.

import { cp, readFile, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const CHECKOUT = fileURLToPath(new URL("../../../", import.meta.url));
export const PACKAGE = fileURLToPath(new URL("../pkg/", import.meta.url));

/** A file of the checkout, as text. */
export const read = (path) => readFile(CHECKOUT + path, "utf8");

/** The files of vectors in a folder; none where there is no such folder. */
async function filesIn(folder) {
  const all = await readdir(CHECKOUT + folder).catch(() => []);
  const names = all.filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => folder + name);
}

/** The files of vectors, by the policies that they are of. */
async function vectorFiles(policies) {
  const files = await Promise.all(policies.map((policy) => filesIn(`tests/vectors/${policy}/`)));
  return files.flat();
}

/** The files of the vectors of the checks. */
export async function checkVectors() {
  const policies = await readdir(`${CHECKOUT}tests/vectors`);
  const files = await Promise.all(policies.map((policy) => filesIn(`tests/vectors/${policy}/checks/`)));
  return files.flat();
}

/** All vectors: the files of those of built-in policies, and of the others with their packs' files. */
export async function vectors() {
  const packs = await readdir(`${CHECKOUT}tests/packs`);
  const policies = await readdir(`${CHECKOUT}tests/vectors`);
  const builtIn = await vectorFiles(policies.filter((policy) => !packs.includes(policy)));
  const others = [];
  for (const policy of policies.filter((policy) => packs.includes(policy))) {
    const folder = `tests/packs/${policy}/`;
    const pack = (await readdir(CHECKOUT + folder)).map((name) => folder + name);
    others.push({ files: await vectorFiles([policy]), pack });
  }
  return { builtIn, others };
}

/** How many vectors some files have. */
export async function countIn(files) {
  const counts = await Promise.all(files.map(async (path) => JSON.parse(await read(path)).vectors.length));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many vectors a runner in Rust says there are. */
export async function countInRust(runner = "vectors.rs") {
  const [, count] = (await read(`tests/tests/${runner}`)).match(/const VECTORS: usize = (\d+);/);
  return Number(count);
}

/** A folder of its own for one test, with the package installed in it. */
export async function madeFolder(name) {
  const folder = fileURLToPath(new URL(`.made/${name}/`, import.meta.url));
  await rm(folder, { recursive: true, force: true });
  await cp(PACKAGE, `${folder}node_modules/qiaolian`, { recursive: true });
  return folder;
}
