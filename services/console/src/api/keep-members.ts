type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const idOf = (value: unknown) =>
  isFields(value) && typeof value['id'] === 'string' ? value['id'] : undefined;

/**
 * An answer in which whatever was there before and is the same still is the same object, so that only what changed is
 * drawn anew. Members of a list are compared by their ids: one that comes in front moves the others and changes none.
 */
export function keepMembers(before: unknown, now: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(now)) return keepList(before, now);
  if (!isFields(before) || !isFields(now)) return Object.is(before, now) ? before : now;
  const names = Object.keys(now);
  const kept = Object.fromEntries(
    names.map((name) => [name, keepMembers(before[name], now[name])]),
  );
  const isSame = names.every((name) => Object.hasOwn(before, name) && kept[name] === before[name]);
  return isSame && names.length === Object.keys(before).length ? before : kept;
}

function keepList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const byId = new Map(before.map((member) => [idOf(member), member]));
  const kept = now.map((member, index) => {
    const id = idOf(member);
    return keepMembers(id === undefined ? before[index] : byId.get(id), member);
  });
  const isSame = kept.length === before.length && kept.every((one, at) => one === before[at]);
  return isSame ? before : kept;
}
