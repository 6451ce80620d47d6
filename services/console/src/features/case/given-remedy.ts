import type { Resolution } from './case-queries.js';

type Remedy = Pick<Resolution['remedies'][number], 'status'> & {
  answer: { given: string } | null;
};

/** Whether the customer has it, or will: what they refused they are not given. */
export const isGiven = ({ status, answer }: Remedy): boolean =>
  (status === 'offered' || status === 'approved') && answer?.given !== 'refused';
