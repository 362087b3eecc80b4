// The shared vectors: strict equality of every field, and the same bytes. Runs wherever `read` gives
// the text of a file of the checkout's `tests`.

import { row } from "./columns.js";

/** All vectors with the line that is the whole determination of each. */
async function vectors(read, files) {
  const found = [];
  for (const path of files) {
    const file = JSON.parse(await read(path));
    const golden = (await read(path.replace(/\.json$/, ".determinations.jsonl"))).trimEnd().split("\n");
    if (golden.length !== file.vectors.length) throw new Error(`${path}: not a line a vector`);
    file.vectors.forEach((vector, at) => found.push({ ...vector, policy: file.policy, golden: golden[at] }));
  }
  return found;
}

/** The policy of a pack, whose files are these. */
async function loaded({ Policy }, read, pack) {
  const texts = await Promise.all(pack.map(async (path) => [path.split("/").at(-1), await read(path)]));
  return Policy.loadTexts(Object.fromEntries(texts));
}

/** Runs them all, those of a pack where there is one: how many there were, and what was wrong. */
export async function run(qiaolian, read, files, pack) {
  const wrong = [];
  const all = await vectors(read, files);
  const made = pack && (await loaded(qiaolian, read, pack));
  for (const { id, policy, readings, facts, as_of, expect, golden } of all) {
    const asked = made ?? qiaolian.Policy.named(policy);
    const found = asked.withReadings(readings).assess(facts, { asOf: as_of });
    for (const [field, value] of Object.entries(expect)) {
      if (JSON.stringify(found[field]) !== JSON.stringify(value)) {
        wrong.push(`${id}: ${field}: found ${JSON.stringify(found[field])}, expected ${JSON.stringify(value)}`);
      }
    }
    if (JSON.stringify(found) !== golden) wrong.push(`${id}: not the same bytes`);
    if ("assessColumns" in qiaolian.Policy.prototype) {
      for (const [field, value] of Object.entries(row(asked.withReadings(readings), facts, { asOf: as_of }))) {
        if (value !== found[field]) wrong.push(`${id}: ${field}: in columns ${value}, alone ${found[field]}`);
      }
    }
  }
  return { count: all.length, wrong };
}
