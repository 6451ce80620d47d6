import type { StreamEvent } from '../../../api/follow-stream.js';

const given: readonly string[] = [1, 2].map((version) => `clearline.case.order-given.v${version}`);

/** What the stream of cases says of orders. Of every version: what is on its way from an older replica is heard too. */
export const orderTypes: readonly string[] = [
  ...given,
  ...['overdue', 'answered', 'declined', 'dropped'].map(
    (step) => `clearline.case.order-${step}.v1`,
  ),
];

export const isOfOrders = ({ type }: StreamEvent) => orderTypes.includes(type);
export const isGiven = ({ type }: StreamEvent) => given.includes(type);
