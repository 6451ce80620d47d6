import type { PromisesView } from '#contracts';
import { budgetInWords } from '#sla';
import type { Policy, PolicyClock } from '#sla';

type Words = PromisesView['items'][number]['within'];
type Kind = Exclude<PolicyClock['kind'], 'stage' | 'department' | 'external'>;
type Stage = NonNullable<PolicyClock['stage']>;

const kinds: Record<Kind, Words> = {
  acknowledge: { zh: '受理', en: 'the complaint is acknowledged' },
  'next-update': { zh: '下次回复', en: 'the customer hears of it again' },
  resolution: { zh: '办结', en: 'the complaint is resolved' },
  statutory: { zh: '法定办结时限', en: 'the complaint is resolved, as the law wants it' },
};
const stages: Record<Stage, Words> = {
  control: { zh: '有专人负责', en: 'somebody is in charge of the complaint' },
  listen: { zh: '听取客户意见', en: 'the customer was heard' },
  establish: { zh: '查明事实', en: 'the facts are established' },
  apologise: { zh: '致歉', en: 'the customer has an apology' },
  resolve: { zh: '落实解决方案', en: 'the solution is carried out' },
};

/** The budgets of a policy as customers and agents read them, rule by rule. */
export function promisesOf({ version, rules }: Policy): PromisesView {
  const items = rules.flatMap(({ id, title = null, clocks }) =>
    clocks.flatMap((clock) => {
      const name = nameOf(clock);
      if (!name) return [];
      const { kind, stage = null, budget, source = null } = clock;
      const within = { zh: budgetInWords(budget, 'zh-CN'), en: budgetInWords(budget, 'en') };
      return [{ rule: id, cases: title, kind, name, stage, within, source }];
    }),
  );
  return { policyVersion: version, items };
}

/** What units owe each other, and an instant that a complaint brings along, are no promise of the house. */
function nameOf({ kind, stage }: PolicyClock): Words | undefined {
  if (kind === 'department' || kind === 'external') return undefined;
  if (kind !== 'stage') return kinds[kind];
  return stage && stages[stage];
}
