import type { Principal, Tx } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import { requireUnit } from '../departments/check-units.js';
import type { PartyCommand } from '../domain/parties/party-command.js';

type PartyInput = Extract<CommandInput, { name: PartyCommand['type'] }>;

/** The domain's command of one about a party: who they are stays sealed. */
export async function toPartyCommand(
  { name, input }: PartyInput,
  principal: Principal,
  seal: Seal,
): Promise<PartyCommand> {
  const by = principal.agentId ?? principal.username;
  if (name === 'drop-party') {
    const why = input.note === undefined ? {} : await seal({ note: input.note });
    return { type: name, partyId: input.partyId, ...why, by };
  }
  const { partyId, role, unit, mayBeTold, isContact, name: called } = input;
  const { phone, email, address, note } = input;
  const sealed = await seal({
    name: called,
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(address !== undefined && { address }),
    ...(note !== undefined && { note }),
  });
  return {
    ...{ type: name, role, mayBeTold, isContact, by },
    ...(partyId !== undefined && { partyId }),
    ...(unit !== undefined && { unit }),
    ...{ ...sealed, name: sealed['name']! },
  };
}

/** @throws Problem `validation` for a unit that the organisation does not have */
export async function checkParty(
  tx: Tx,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { unit } = input;
  if (name === 'name-party' && typeof unit === 'string') await requireUnit(tx, unit, 'unit');
}
