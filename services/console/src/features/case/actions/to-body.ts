/** A point in time as a form holds it. */
interface Moment {
  toISOString: () => string;
  isValid?: () => boolean;
}
const isMoment = (value: object): value is Moment => 'toISOString' in value;

/** What a form holds as the body of a command: nothing empty, instants as text. Undefined when nothing is left. */
export function toBody(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(toBody).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  // What is typed and cannot be read yet is none; the form is not sent with it.
  if (isMoment(value)) return value.isValid?.() === false ? undefined : value.toISOString();
  const entries = Object.entries(value)
    .map(([name, field]) => [name, toBody(field)] as const)
    // A box that is not ticked says nothing.
    .filter(([, field]) => field !== undefined && field !== false);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The same, of a whole form. */
export const bodyOfForm = (values: object) => (toBody(values) ?? {}) as Record<string, unknown>;
