// Plain data as JSON. What JSON would silently make unknown or empty stays what it is, so that it is
// refused where it stands.
function kept(_name, value) {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (value instanceof Map || value instanceof Set) throw new TypeError("not plain data");
  return value;
}

export function json(value) {
  return JSON.stringify(value, kept);
}
