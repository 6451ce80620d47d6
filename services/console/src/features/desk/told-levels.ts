/** Whom an alert tells. */
export interface ToldLevel {
  audience: string;
  unit?: string;
  people?: string[];
}

interface Entry {
  type: string;
  recordedAt: string;
  data: Readonly<Record<string, unknown>>;
}

const raised = /^clearline\.alert\.raised\.v\d+$/;
/** What comes later than that came of waiting, and not of the filing. */
const atOnceMs = 60_000;

/**
 * Whom alerts told within a minute after a case was opened, as its history says, without those whom its reader is not
 * told of; null where none was raised by then.
 */
export function toldLevels(entries: readonly Entry[]): ToldLevel[] | null {
  const opened = Date.parse(entries[0]?.recordedAt ?? '');
  const alerts = entries.filter(
    ({ type, recordedAt }) => raised.test(type) && Date.parse(recordedAt) - opened <= atOnceMs,
  );
  if (alerts.length === 0) return null;
  return alerts.flatMap(({ data }) => {
    const { audience, unit, people } = data;
    if (typeof audience !== 'string') return [];
    const named = Array.isArray(people) ? people.filter((one) => typeof one === 'string') : [];
    return [{ audience, ...(typeof unit === 'string' && { unit }), people: named }];
  });
}
