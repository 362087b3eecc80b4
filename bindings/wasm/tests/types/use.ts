// What the types let through, and what they don't: a line under `@ts-expect-error` that compiled would
// be an error.

import init, { initSync, Policy, QiaolianError } from "qiaolian";
import initFull, { Policy as FullPolicy, initSync as initSyncFull } from "qiaolian/full";
import type { Choices, Determination, Duty, Envelope, Facts, Form, Options, Text } from "qiaolian";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
const same = <A, B>(_: Same<A, B>): void => {};

await init();
await initFull();
initSyncFull(new Uint8Array(8));
await init(new Uint8Array(8));
await init(fetch("qiaolian_bg.wasm"));
initSync(new Uint8Array(8));
// @ts-expect-error nothing is not a source
await init(null);
// @ts-expect-error what starts at once has to have its bytes
initSync();

using policy = Policy.yuxi2020();
const options: Options = { asOf: "2023-11-15" };
const facts: Facts = { kind: "village", county: "红塔区", name: "金州社区", returned_and_relatives: 12 };
const found = policy.withReadings({ at_least: "exclusive" }).assess(facts, options);

same<typeof found, Determination>(true);
same<Determination["row"], number | null>(true);
same<Determination["due"], string | null>(true);
same<Determination["duty"], Duty | "undetermined">(true);
same<Determination["forms"], Form[]>(true);
same<Determination["readings"], Choices>(true);
same<Determination["reason"], Text>(true);
same<Determination["trace"][number]["holds"], boolean | "unknown">(true);
same<Determination["trace"][number]["observed"], null | boolean | number | string | string[]>(true);
same<Pick<Determination, "extra">, { extra?: Record<string, string> }>(true);
same<Pick<Facts, "total">, { total?: number | string | null }>(true);
same<QiaolianError["envelope"], Envelope>(true);
same<ReturnType<FullPolicy["assessAll"]>, (Determination | QiaolianError)[]>(true);

policy.assess({ kind: "村", total: "1,234", key_area: "是", overseas: null }, options);
Policy.named("beijing-universities").places().map(({ code }) => code);

using full = FullPolicy.named("beijing-universities").withReadings({});
same<ReturnType<typeof full.assess>, Determination>(true);
same<ReturnType<typeof full.calendar>, string>(true);
full.explain(facts, { ...options, lang: "en", dueSoonDays: 30 }).tree.zh.trim();
full.provisions()[0]?.clauses[0]?.why?.zh.trim();
full.assessAll([facts] as const, options).map((one) => (one instanceof QiaolianError ? one.problems : one.forms));
full.readings()[0]?.choices[0]?.label.en.trim();
full.describe().rows[0]?.tiers[0]?.due?.trim();
full.coverage([facts], options).targets[0]?.due?.trim();
full.sensitivity([facts], { ...options, within: 5, most: 3 }).alone[0]?.changes.alike[0]?.rows[0]?.toFixed();
same<ReturnType<typeof full.sensitivity>["together"][number]["choices"], Choices>(true);
full.whatIf(facts, options).changes[0]?.changes[0]?.established_by?.trim();
full.nextFact(facts, options).next_fact?.answers[0]?.least?.toFixed();
full.schedule([facts] as const, options).entries[0]?.due.trim();
full.check().faults[0]?.code.trim();
full.check().map[0]?.bands[0]?.asks?.duty === "may";
full.assess(full.check().readings[0]?.example?.facts ?? facts, options).status.trim();
full.checkHtml("en").trim();
full.checkHtml().trim();
full.schema("coverage")["title"];
full.diff(full).classes[0]?.before?.due?.trim();
full.diff(full, [facts], options).subjects?.flows[0]?.count.toFixed();
full.diffText(full, "en").trim();
FullPolicy.loadTexts({ "policy.toml": "" }).free();
full.plan({ subject: facts }, options).stages[0]?.[0]?.step.trim();
full.procedure({ subject: facts, procedure: { events: [{ step: "survey" }] } }, options).complete === null;
full.office({ office: { approved: "2022-03-01", sought: true } }, options).findings[0]?.outcome === "met";
full.leadership({ leadership: { members: [{ time: "full_time" }] } }, options).subject?.name?.trim();
full.report({ counties: {} }, options).places[0]?.findings[0]?.message.en.trim();
full.dossier({ subject: facts }, options).determination.status === "overdue";
full.dossierHtml({ subject: facts }, options).trim();
full.provisionsHtml("en").trim();
full.provisionsHtml().trim();
full.rules()[0]?.clauses[0]?.trim();

// @ts-expect-error nothing is assumed of the day
policy.assess(facts, {});
// @ts-expect-error nor where the options are left out
policy.assess(facts);
// @ts-expect-error options are camelCase
policy.assess(facts, { as_of: "2023-11-15" });
// @ts-expect-error a day is a text
policy.assess(facts, { asOf: new Date() });
// @ts-expect-error there are two languages
policy.assess(facts, { ...options, lang: "fr" });
// @ts-expect-error what is left out is left out
policy.assess(facts, { ...options, dueSoonDays: undefined });
// @ts-expect-error no such fact
policy.assess({ nmae: "金州社区" }, options);
// @ts-expect-error people are counted in numbers
policy.assess({ total: true }, options);
// @ts-expect-error no such choice
policy.withReadings({ at_least: "maybe" });
// @ts-expect-error no such reading
policy.withReadings({ at_most: "inclusive" });
// @ts-expect-error only the full module takes many at once
policy.assessAll([facts], options);
// @ts-expect-error only the full module explains
policy.explain(facts, options);
// @ts-expect-error people are counted in whole numbers
full.sensitivity([facts], { ...options, within: "5" });
// @ts-expect-error only sensitivity is asked for people more or fewer
full.coverage([facts], { ...options, within: 5 });
// @ts-expect-error only the full module says what would change
policy.whatIf(facts, options);
// @ts-expect-error no such schema
full.schema("determinations");
// @ts-expect-error no such part of a case
full.office({ ofice: {} }, options);
// @ts-expect-error full-time or part-time
full.leadership({ leadership: { members: [{ time: "always" }] } }, options);
// @ts-expect-error only the full module has checks
policy.office({}, options);
// @ts-expect-error files are texts
FullPolicy.loadTexts({ "policy.toml": new Uint8Array(8) });
// @ts-expect-error no such policy
Policy.named("atlantis-2020");
// @ts-expect-error no such kind
found.kind === "galaxy";
// @ts-expect-error no such status
found.status === "illegal";
// @ts-expect-error the day may not be there
found.due.length;
// @ts-expect-error nor what the register had beside
found.extra.column;
// @ts-expect-error no such field
found.illegal;
// @ts-expect-error errors are made by the library
new QiaolianError("no", { code: "no" });
// @ts-expect-error policies are made by name
new Policy();
