import { defaultPolicy } from '#sla';
import type { Policy } from '#sla';

/** The default policy, but whoever was hurt is a safety report of the desk `hse`. */
export const safetyPolicy: Policy = {
  ...defaultPolicy,
  rules: [
    {
      id: 'injury',
      match: { category: ['injury'] },
      safety: { desk: 'hse' },
      clocks: [
        {
          ...{ kind: 'acknowledge', calendar: 'always', warnings: [0.5] },
          budget: { unit: 'elapsed-minutes', minutes: 60 },
        },
        {
          ...{ kind: 'statutory', calendar: 'always', warnings: [0.9] },
          budget: { unit: 'calendar-days', days: 15 },
        },
      ],
    },
    ...defaultPolicy.rules,
  ],
};
