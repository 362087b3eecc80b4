/** A number in decimal digits, as every surface writes it: without an exponent. */
export function written(number) {
  if (Number.isNaN(number)) return "NaN";
  if (!Number.isFinite(number)) return number > 0 ? "inf" : "-inf";
  const [, sign, whole, fraction = "", exponent = 0] = String(number).match(/^(-?)(\d+)(?:\.(\d+))?(?:e(.+))?$/);
  const point = whole.length + Number(exponent);
  const digits = "0".repeat(Math.max(0, 1 - point)) + whole + fraction;
  const before = Math.max(1, point);
  const behind = digits.slice(before);
  return sign + digits.slice(0, before).padEnd(before, "0") + (behind && `.${behind}`);
}
