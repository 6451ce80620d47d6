import type { ZodError, ZodType } from 'zod';
import { fieldProblems } from './field-problems.js';
import type { FieldProblem } from './field-problems.js';

const problems = {
  validation: [422, 'The request does not fit its schema'],
  unauthenticated: [401, 'Sign in first'],
  forbidden: [403, 'Your roles do not allow this'],
  csrf: [403, 'The request does not prove that it comes from the console'],
  'not-found': [404, 'There is no such thing'],
  'method-not-allowed': [405, 'This address does not take this method'],
  'stale-version': [409, 'It changed since you read it'],
  'idempotency-conflict': [409, 'The same key came with another body'],
  'illegal-transition': [409, 'The case does not allow this now'],
  'missing-evidence': [409, 'Evidence is missing'],
  'too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body is of another media type'],
  'rate-limited': [429, 'Too many requests'],
  unavailable: [503, 'Not available now'],
  internal: [500, 'Something failed on our side'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemSlug = keyof typeof problems;

export interface ProblemOptions {
  /** For the caller; never personal data. */
  detail?: string;
  errors?: FieldProblem[];
  /** More members of the answer's body. */
  extra?: Record<string, unknown>;
  /** Seconds; becomes Retry-After. */
  retryAfter?: number;
  /** Methods; becomes Allow. */
  allow?: readonly string[];
  cause?: unknown;
}

/** The body of an error answer (RFC 9457), media type application/problem+json. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldProblem[];
  [member: string]: unknown;
}

/** An error that a caller is told about; anything else reaches them as `internal` only. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly detail?: string;
  readonly errors?: FieldProblem[];
  readonly retryAfter?: number;
  readonly allow?: readonly string[];
  private readonly extra: Record<string, unknown>;

  constructor(
    readonly slug: ProblemSlug,
    options: ProblemOptions = {},
  ) {
    super(options.detail ?? problems[slug][1], { cause: options.cause });
    this.status = problems[slug][0];
    this.detail = options.detail;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter ?? (slug === 'unavailable' ? 5 : undefined);
    this.allow = options.allow;
    this.extra = options.extra ?? {};
  }

  toBody(): ProblemBody {
    return {
      ...this.extra,
      type: `urn:clearline:problem:${this.slug}`,
      title: problems[this.slug][1],
      status: this.status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    };
  }
}

/**
 * The value as the schema gives it back, or a `validation` problem with every failing field.
 * @param name of what the value itself is, such as a parameter of the path
 */
export function parseOrProblem<T>(schema: ZodType<T>, value: unknown, name?: string): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw zodProblem(result.error, name);
}

/** zod's messages name rules and allowed values, never the value that was sent. */
export function zodProblem(error: ZodError, name?: string): Problem {
  const errors = fieldProblems(error.issues, name === undefined ? [] : [name]);
  return new Problem('validation', { errors });
}
