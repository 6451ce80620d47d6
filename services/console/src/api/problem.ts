/** What the server refuses, as problem+json (RFC 9457). */
export interface ProblemBody {
  type: string;
  title?: string;
  status: number;
  detail?: string;
  /** `line` where what was sent is text, as policies are. */
  errors?: readonly { path: string; rule: string; message: string; line?: number }[];
  [extra: string]: unknown;
}

/** A request that was refused; `body` says what was wrong and where. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(readonly body: ProblemBody) {
    super(body.detail ?? body.title ?? body.type);
  }
  get status(): number {
    return this.body.status;
  }
  /** The end of its type: `stale-version`, `validation`, `forbidden` ... */
  get kind(): string {
    return this.body.type.split(':').at(-1) ?? '';
  }
}

/** The server was not reached: nothing is known of what became of the request. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
