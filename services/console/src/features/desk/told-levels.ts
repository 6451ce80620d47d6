/** Whom an alert tells. */
export interface ToldLevel {
  audience: string;
  unit?: string;
  people?: string[];
}

interface Entry {
  type: string;
  data: Readonly<Record<string, unknown>>;
}

const raised = /^clearline\.alert\.raised\.v\d+$/;

/** Whom alerts have told so far, as the history of a case says; without those whom its reader is not told of. */
export const toldLevels = (entries: readonly Entry[]): ToldLevel[] =>
  entries.flatMap(({ type, data }) => {
    const { audience, unit, people } = data;
    if (!raised.test(type) || typeof audience !== 'string') return [];
    const named = Array.isArray(people) ? people.filter((one) => typeof one === 'string') : [];
    return [{ audience, ...(typeof unit === 'string' && { unit }), people: named }];
  });
