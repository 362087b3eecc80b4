// How long the package takes to start, and how many calls it answers: `node bench.js`, after
// `cargo xtask wasm`.

import * as small from "./pkg/node.js";
import * as full from "./pkg/full_node.js";

const SECONDS = 2;
const DAY = { asOf: "2023-11-15" };
const FACTS = { kind: "village", county: "红塔区", name: "金州社区", returned_and_relatives: 12 };

function timed(what, call) {
  const from = performance.now();
  const result = call();
  console.log(`${what}: ${(performance.now() - from).toFixed(1)} ms`);
  return result;
}

function perSecond(what, call) {
  const until = performance.now() + SECONDS * 1000;
  let calls = 0;
  for (; performance.now() < until; calls += 1) call();
  console.log(`${what}: ${Math.round(calls / SECONDS)} a second`);
}

for (const [name, { default: init, Policy }] of Object.entries({ qiaolian: small, "qiaolian/full": full })) {
  console.log(`== ${name}`);
  const from = performance.now();
  await init();
  console.log(`init: ${(performance.now() - from).toFixed(1)} ms`);
  const policy = timed("the policy, first time", () => Policy.yuxi2020());
  timed("the first assess", () => policy.assess(FACTS, DAY));
  perSecond("assess", () => policy.assess(FACTS, DAY));
  if (policy.explain) perSecond("explain", () => policy.explain(FACTS, DAY));
  perSecond("withReadings", () => policy.withReadings({ at_least: "exclusive" }).free());
}
