import type { BulkCommandAnswer } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import type { Principal } from '#platform';
import type { CaseParts } from '../cases/case-parts.js';
import { executeCommand } from '../cases/execute-command.js';
import { answerAll } from './answer-each.js';

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

/** What became of each of many cases, in the order in which they were named. */
export async function answerEach<C extends AskedCase>(
  runtime: ServiceRuntime,
  command: string,
  cases: readonly C[],
  execute: (asked: C) => Promise<Done>,
): Promise<(Item & Done)[]> {
  const answers = await answerAll(runtime, command, cases, execute);
  return answers.map((answer, index) => ({ index, case: cases[index]!.case, ...answer }));
}
