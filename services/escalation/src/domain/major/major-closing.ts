import { CaseRefusal } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import type { DecisionContext } from '../decision-context.js';

type Policies = Pick<DecisionContext, 'policies'>;

/** What the policy of a major complaint still asks for before it is closed; empty of any other. */
export function lackingToClose(state: OpenedCase, { policies }: Policies): string[] {
  if (state.triage?.complaintTier !== 'major') return [];
  const { taskForce = false, stakeholders = 0 } = policies.version(state.policyVersion).major ?? {};
  const mapped = state.major?.stakeholders?.length ?? 0;
  return [
    ...(taskForce && !state.major?.taskForce ? ['taskForce'] : []),
    ...(mapped < stakeholders ? ['stakeholders'] : []),
  ];
}

const words: Readonly<Record<string, string>> = {
  taskForce: 'a task force',
  stakeholders: 'a map of who has a say in it',
};

/** @throws CaseRefusal `missing-evidence` of a major complaint that its policy does not let go yet */
export function requireClosable(state: OpenedCase, context: Policies): void {
  const missing = lackingToClose(state, context);
  if (missing.length === 0) return;
  const wanted = missing.map((name) => words[name]).join(' and ');
  throw new CaseRefusal('missing-evidence', `no major complaint closes without ${wanted}`, missing);
}
