// The shared vectors: strict equality of every field, and the same bytes. Runs wherever `read` gives
// the text of a file of the checkout's `tests`.

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

/** Runs them all: how many there were, and what was wrong. */
export async function run({ Policy }, read, files) {
  const wrong = [];
  const all = await vectors(read, files);
  for (const { id, policy, readings, facts, as_of, expect, golden } of all) {
    const found = Policy.named(policy).withReadings(readings).assess(facts, { asOf: as_of });
    for (const [field, value] of Object.entries(expect)) {
      if (JSON.stringify(found[field]) !== JSON.stringify(value)) {
        wrong.push(`${id}: ${field}: found ${JSON.stringify(found[field])}, expected ${JSON.stringify(value)}`);
      }
    }
    if (JSON.stringify(found) !== golden) wrong.push(`${id}: not the same bytes`);
  }
  return { count: all.length, wrong };
}
