import type { BulkCommandAnswer } from '#contracts';
import type { ServiceRuntime } from '#eventing';
import { Problem, toProblem } from '#platform';

/** Below the five connections of the service's pool, so that handlers and timers go on beside it. */
const sideBySide = 3;

type Refusal = Required<Pick<BulkCommandAnswer['items'][number], 'status' | 'problem'>>;

/** What became of each of many things that somebody asks for, a few side by side, in the order they were named. */
export async function answerAll<Asked, Done>(
  runtime: ServiceRuntime,
  command: string,
  all: readonly Asked[],
  execute: (asked: Asked) => Promise<Done>,
): Promise<(Done | Refusal)[]> {
  const answers: (Done | Refusal)[] = [];
  const queue = [...all.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, asked] = next;
      answers[index] = await execute(asked).catch((error: unknown) =>
        refusalOf(runtime, command, error),
      );
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  return answers;
}

/** What is refused of one is its answer; so is a failure of ours, without its content. */
function refusalOf({ logger }: ServiceRuntime, command: string, error: unknown): Refusal {
  const problem = toProblem(error);
  if (!(error instanceof Problem)) logger.error({ error, command }, 'bulk command failed');
  return { status: problem.status, problem: problem.toBody() };
}
