import type { BulkCommandAnswer } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { Problem, toProblem } from '#platform';
import type { Principal } from '#platform';
import type { CaseParts } from '../cases/case-parts.js';
import { executeCommand } from '../cases/execute-command.js';

/** Below the five connections of the service's pool, so that handlers and timers go on beside it. */
const sideBySide = 3;

type Item = BulkCommandAnswer['items'][number];

export interface AskedCase {
  case: string;
  expectedVersion?: number;
}

/** One command for many cases. Each is a transaction of its own: what one refuses, the others still do. */
export async function commandEach(
  runtime: ServiceRuntime,
  parts: CaseParts,
  command: string,
  cases: readonly AskedCase[],
  body: Record<string, unknown>,
  principal: Principal,
  authorization: string,
): Promise<Item[]> {
  return answerEach(runtime, command, cases, async ({ case: reference, expectedVersion }) => {
    const full = { ...body, ...(expectedVersion !== undefined && { expectedVersion }) };
    const given = [reference, command, full, principal, authorization] as const;
    const { version, isProposed } = await executeCommand(runtime, parts, ...given);
    return { status: isProposed ? 202 : 200, version };
  });
}

type Done = Pick<Item, 'status' | 'version'> & { messageId?: string };

/** What became of each of many cases, a few side by side, in the order in which they were named. */
export async function answerEach<C extends AskedCase>(
  runtime: ServiceRuntime,
  command: string,
  cases: readonly C[],
  execute: (asked: C) => Promise<Done>,
): Promise<(Item & Done)[]> {
  const items: (Item & Done)[] = [];
  const queue = [...cases.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, asked] = next;
      const answer = await execute(asked).catch((error: unknown) =>
        refusalOf(runtime, command, error),
      );
      items[index] = { index, case: asked.case, ...answer };
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  return items;
}

/** A case's own refusal is its answer; so is a failure of ours, without its content. */
function refusalOf(
  { logger }: ServiceRuntime,
  command: string,
  error: unknown,
): Pick<Item, 'status' | 'problem'> {
  const problem = toProblem(error);
  if (!(error instanceof Problem)) logger.error({ error, command }, 'bulk command failed');
  return { status: problem.status, problem: problem.toBody() };
}
