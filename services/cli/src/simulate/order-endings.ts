/** How an order ends: the command, and what its event is called. */
export const endings: Readonly<Record<string, { command: string; past: string }>> = {
  answer: { command: 'answer-order', past: 'answered' },
  decline: { command: 'decline-order', past: 'declined' },
  drop: { command: 'drop-order', past: 'dropped' },
};
