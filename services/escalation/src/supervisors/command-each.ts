import type { BulkCommandAnswer } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { Problem, toProblem } from '#platform';
import type { Principal } from '#platform';
import type { CaseParts } from '../cases/case-parts.js';
import { executeCommand } from '../cases/execute-command.js';
import type { CommandedCase } from '../cases/execute-command.js';

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
  const items: Item[] = [];
  const queue = [...cases.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, asked] = next;
      const execute = (reference: string, full: object) =>
        executeCommand(runtime, parts, reference, command, full, principal, authorization);
      const answer = await answerOf(runtime, command, asked, body, execute);
      items[index] = { index, ...answer };
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  return items;
}

/** A case's own refusal is its answer; so is a failure of ours, without its content. */
async function answerOf(
  runtime: ServiceRuntime,
  command: string,
  { case: reference, expectedVersion }: AskedCase,
  body: Record<string, unknown>,
  execute: (reference: string, body: object) => Promise<CommandedCase>,
): Promise<Omit<Item, 'index'>> {
  const full = { ...body, ...(expectedVersion !== undefined && { expectedVersion }) };
  try {
    const commanded = await execute(reference, full);
    const { version, isProposed } = commanded;
    return { case: reference, status: isProposed ? 202 : 200, version };
  } catch (error) {
    const problem = toProblem(error);
    if (!(error instanceof Problem)) {
      runtime.logger.error({ error, command }, 'bulk command failed');
    }
    return { case: reference, status: problem.status, problem: problem.toBody() };
  }
}
