import { noRepeatReason, readReason } from '#contracts';
import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { CaseState } from '../domain/case-state.js';
import type { RepeatCommand } from '../domain/repeats/repeat-command.js';
import { namedCase } from '../merging/to-link-command.js';

type RepeatInput = Extract<CommandInput, { name: RepeatCommand['type'] }>;

/** The domain's command; `earlier` is the case that is said to be repeated. */
export async function toRepeatCommand(
  { name, input }: RepeatInput,
  principal: Principal,
  seal: Seal,
  earlier: CaseState | undefined,
): Promise<RepeatCommand> {
  const by = principal.agentId ?? principal.username;
  const noted = async (note?: string) => (note ? seal({ note }) : {});
  switch (name) {
    case 'link-repeat':
      return { type: name, earlier: namedCase(earlier), ...(await noted(input.note)), by };
    case 'rule-out-repeat': {
      const { code, words } = readReason(noRepeatReason, input.reason, input.note);
      const { caseId, number } = namedCase(earlier);
      const sealed = await noted(words);
      return { type: name, earlier: { caseId, number }, reason: code, ...sealed, by };
    }
    case 'let-join':
    case 'refuse-join':
      return { type: name, agent: input.agent, ...(await noted(input.note)), by };
  }
}
