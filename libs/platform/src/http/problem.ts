import type { ZodError, ZodType } from 'zod';

const problems = {
  validation: [422, 'The request does not fit its schema'],
  unauthenticated: [401, 'Sign in first'],
  forbidden: [403, 'Your roles do not allow this'],
  csrf: [403, 'The request does not prove that it comes from the console'],
  'not-found': [404, 'There is no such thing'],
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

/** One field's failure: `path` as in `customer.phone` or `[3].category`, `rule` for machines. */
export interface FieldProblem {
  path: string;
  rule: string;
  message: string;
}

export interface ProblemOptions {
  /** For the caller; never personal data. */
  detail?: string;
  errors?: FieldProblem[];
  /** More members of the answer's body. */
  extra?: Record<string, unknown>;
  /** Seconds; becomes Retry-After. */
  retryAfter?: number;
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

/** The value as the schema gives it back, or a `validation` problem with every failing field. */
export function parseOrProblem<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw zodProblem(result.error);
}

/** zod's messages name rules and allowed values, never the value that was sent. */
export function zodProblem(error: ZodError): Problem {
  return new Problem('validation', {
    errors: error.issues.flatMap((issue) => {
      const path = pathOf(issue.path);
      if (issue.code !== 'unrecognized_keys') {
        const rule = ruleOf(issue);
        const message = rule === 'required' ? 'This field is required' : issue.message;
        return [{ path, rule, message }];
      }
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        rule: 'unknown-field',
        message: 'This field is not known',
      }));
    }),
  });
}

function ruleOf(issue: ZodError['issues'][number]): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && /received undefined/.test(issue.message)
        ? 'required'
        : `type:${issue.expected}`;
    case 'invalid_format':
      return `format:${issue.format}`;
    case 'too_small':
      return `minimum:${String(issue.minimum)}`;
    case 'too_big':
      return `maximum:${String(issue.maximum)}`;
    case 'custom':
      return typeof issue.params?.rule === 'string' ? issue.params.rule : 'custom';
    default:
      return issue.code.replaceAll('_', '-');
  }
}

export function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
