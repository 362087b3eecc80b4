// Columns of one row, read back as a determination has it.

const DAY_MS = 86_400_000;

function known({ values, validity }, at) {
  return (validity[at >> 3] >> (at & 7)) & 1 ? values[at] : null;
}

/** A row of answers. */
export function answer(policy, answers, at) {
  const codes = policy.columnCodes();
  const due = known(answers.due, at);
  return {
    duty: codes.duty[answers.duty[at]],
    fulfilment: codes.fulfilment[answers.fulfilment[at]],
    status: codes.status[answers.status[at]],
    due: due === null ? null : new Date(due * DAY_MS).toISOString().slice(0, 10),
    days_left: known(answers.days_left, at),
    shortfall: known(answers.shortfall, at),
  };
}

/** The answer to one subject by way of columns. */
export function row(policy, facts, options) {
  const { columns, rejected } = policy.columns([facts]);
  if (rejected.length !== 0) throw new Error(JSON.stringify(rejected));
  return answer(policy, policy.assessColumns(columns, options), 0);
}
