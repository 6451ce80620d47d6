import { commands } from '../../../api/commands.js';
import { useSession } from '../../../session/session.js';
import { useOrganisation } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import type { CommandName } from '../words.js';
import { actsForUnit, answersTransfer, asksTransfer } from './acts-for-unit.js';
import { isOffered } from './offered.js';

/** Which commands whoever is signed in is offered on a case, by their rights, their unit and its state. */
export function useOffered(of: CaseView): (command: CommandName) => boolean {
  const { roles, agentId, username } = useSession();
  const actor = agentId ?? username;
  const { data: organisation } = useOrganisation();
  const isOfUnit = actsForUnit({ roles, agentId }, of.unit, organisation);
  const mayAnswer = answersTransfer({ roles, agentId }, of, organisation);
  const hasAsked = asksTransfer({ roles, agentId }, of, organisation);
  const viewer = { roles, isOfUnit, mayAnswer, hasAsked, actor };
  return (command) => isOffered(command, of, viewer, commands);
}
