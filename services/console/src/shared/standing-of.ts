/** Of a case what commands put something else in the place of. */
export interface Standing {
  category: string;
  product?: string | undefined;
  priority: string;
  severity: string;
  tier: string;
  unit: string | null;
}

type Field = keyof Standing;

/** Which commands change what, by the name of the field that holds what it would be. */
const changes: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  'amend-codes': { category: 'category', product: 'product' },
  'change-priority': { priority: 'priority' },
  'change-severity': { severity: 'severity' },
  'change-tier': { tier: 'tier' },
  transfer: { to: 'unit' },
};

/** Whether what a command would do is told together with what is so now. */
export const isChange = (command: string): boolean => Object.hasOwn(changes, command);

/** What a field of a command would take the place of, as a field of it would say it; undefined where nothing is. */
export function standingOf(command: string, name: string, of: Standing): string | undefined {
  const field = changes[command]?.[name];
  if (field === undefined) return undefined;
  // A case that concerns no product is corrected from and to this word.
  return of[field] ?? (field === 'product' ? 'none' : undefined);
}
