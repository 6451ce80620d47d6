import { readReason, transferReason, transferRefusalReason } from '#contracts';
import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { DepartmentCommand } from '../domain/departments/department-command.js';

type DepartmentInput = Extract<CommandInput, { name: DepartmentCommand['type'] }>;

/** The domain's command of one between units: free text sealed, reasons as codes. */
export async function toDepartmentCommand(
  { name, input }: DepartmentInput,
  principal: Principal,
  seal: Seal,
): Promise<DepartmentCommand> {
  const by = principal.agentId ?? principal.username;
  const noted = async (note?: string) => (note ? seal({ note }) : {});
  switch (name) {
    case 'transfer': {
      const { code, words } = readReason(transferReason, input.reason, input.note);
      return { type: name, to: input.to, reason: code, ...(await noted(words)), by };
    }
    case 'accept-transfer':
      // Checked before: whoever accepts is an agent, or has named one.
      return { type: name, owner: input.owner ?? by, by };
    case 'refuse-transfer': {
      const { code, words } = readReason(transferRefusalReason, input.reason, input.note);
      return { type: name, reason: code, ...(await noted(words)), by };
    }
    case 'withdraw-transfer':
      return { type: name, by };
    case 'hand-back': {
      const { result } = await seal({ result: input.result });
      return { type: name, result: result!, by };
    }
  }
}
