/** Why a case refuses a command; undefined when it does not. */
export type Refused =
  'illegal-transition' | 'missing-evidence' | 'not-found' | 'forbidden' | undefined;
export const illegal = 'illegal-transition';

export const stages = [
  ...['control', 'listen', 'establish', 'apologise', 'resolve'],
  ...['callback', 'survey', 'closed'],
];
export const working = stages.slice(0, 5);
