import type { z } from 'zod';

/** One thing wrong with a policy or a calendar; `line` where it was given as text. */
export interface PolicyProblem {
  /** As in `rules.0.clocks.2.budget`. */
  path: string;
  line?: number;
  /** For machines, e.g. `known-calendar`. */
  rule: string;
  message: string;
}

export const within = (path: string, ...parts: readonly PropertyKey[]): string =>
  [...(path === '' ? [] : [path]), ...parts.map(String)].join('.');

/** What a schema says, with rules named as everywhere in the API: `required`, `unknown-field`, `minimum:1`. */
export function schemaProblems(error: z.ZodError, path: string): PolicyProblem[] {
  return error.issues.flatMap((issue): PolicyProblem[] => {
    const at = within(path, ...issue.path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          path: within(at, key),
          rule: 'unknown-field',
          message: 'This field is not known',
        }));
      case 'invalid_type':
        return [
          /received undefined/.test(issue.message)
            ? { path: at, rule: 'required', message: 'This field is required' }
            : { path: at, rule: `type:${issue.expected}`, message: issue.message },
        ];
      case 'too_small':
        return [{ path: at, rule: `minimum:${issue.minimum}`, message: issue.message }];
      case 'too_big':
        return [{ path: at, rule: `maximum:${issue.maximum}`, message: issue.message }];
      case 'invalid_format':
        return [{ path: at, rule: `format:${issue.format}`, message: issue.message }];
      default:
        return [{ path: at, rule: issue.code.replaceAll('_', '-'), message: issue.message }];
    }
  });
}

/** Every problem that the schema finds in one value. */
export function misfits(schema: z.ZodType, value: unknown, path: string): PolicyProblem[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : schemaProblems(parsed.error, path);
}

/** The fields that fit their schema, so that one bad field hides no problem of another. */
export function fittingFields<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  value: unknown,
): Partial<z.infer<z.ZodObject<S>>> {
  const given = fieldsOf(value);
  const fitting = Object.entries(schema.shape).flatMap(([name, field]) => {
    const parsed = (field as z.ZodType).safeParse(given[name]);
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(fitting) as Partial<z.infer<z.ZodObject<S>>>;
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : {};
}

export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A problem for every name that came before. */
export function repeated(
  names: readonly (string | undefined)[],
  pathOf: (index: number) => string,
  what: string,
  rule = 'unique-id',
): PolicyProblem[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    if (name === undefined) return [];
    if (seen.has(name)) return [{ path: pathOf(index), rule, message: `two ${what} ${name}` }];
    seen.add(name);
    return [];
  });
}
