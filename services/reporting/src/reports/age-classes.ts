const dayMs = 86_400_000;

/** How long something has been open, by whole days of 24 hours: below so many, the youngest first. */
const ageClasses = [
  { name: 'under-1-day', days: 1 },
  { name: '1-to-3-days', days: 3 },
  { name: '3-to-7-days', days: 7 },
  { name: '7-to-14-days', days: 14 },
  { name: '14-to-30-days', days: 30 },
] as const;
const oldest = 'over-30-days';
export const ageNames: readonly string[] = [...ageClasses.map(({ name }) => name), oldest];

/** The class of an age. */
export function ageClassOf(ageMs: number): string {
  return ageClasses.find(({ days }) => ageMs < days * dayMs)?.name ?? oldest;
}

/** The place of a class, to sort by. */
export const ageOrder = (name: string): string => String(ageNames.indexOf(name));

/** SQL of the class that something received at `column` is in at `now`, which is added to `values`. */
export function ageSql(column: string, now: number, values: unknown[]): string {
  values.push(now);
  const age = `($${values.length}::bigint - ${column})`;
  const cases = ageClasses.map(({ name, days }) => `when ${age} < ${days * dayMs} then '${name}'`);
  return `case ${cases.join(' ')} else '${oldest}' end`;
}
