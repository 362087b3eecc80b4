// The shared vectors of the checks: strict equality of every field that is named, and the same bytes.

/** All vectors with the line that is the whole answer of each. */
async function vectors(read, files) {
  const found = [];
  for (const path of files) {
    const file = JSON.parse(await read(path));
    const golden = (await read(path.replace(/\.json$/, ".findings.jsonl"))).trimEnd().split("\n");
    if (golden.length !== file.vectors.length) throw new Error(`${path}: not a line a vector`);
    file.vectors.forEach((vector, at) => found.push({ ...vector, policy: file.policy, golden: golden[at] }));
  }
  return found;
}

/** The findings, each with its place where there are several. */
function findingsOf(answer) {
  if (answer.findings) return answer.findings;
  return answer.places.flatMap(({ subject, findings }) =>
    findings.map((finding) => ({ place: subject.name, ...finding })),
  );
}

/** Runs them all: how many there were, and what was wrong. */
export async function run({ Policy }, read, files) {
  const wrong = [];
  const all = await vectors(read, files);
  for (const { name, check, policy, readings = {}, input, as_of, expect, golden } of all) {
    const found = Policy.named(policy).withReadings(readings)[check](input, { asOf: as_of });
    if (JSON.stringify(found) !== golden) wrong.push(`${name}: not the same bytes`);
    const findings = findingsOf(found);
    const about = ({ place, rule }) => JSON.stringify([place ?? null, rule]);
    for (const which of new Set(expect.map(about))) {
      const wanted = expect.filter((one) => about(one) === which);
      const those = findings.filter((one) => about(one) === which);
      const seen = those.map((one, at) =>
        Object.fromEntries(Object.keys(wanted[at] ?? one).map((key) => [key, one[key]])),
      );
      if (JSON.stringify(seen) !== JSON.stringify(wanted)) {
        wrong.push(`${name}: found ${JSON.stringify(seen)}, expected ${JSON.stringify(wanted)}`);
      }
    }
  }
  return { count: all.length, wrong };
}
