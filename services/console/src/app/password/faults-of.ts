import { ApiProblem } from '../../api/problem.js';

/** What the server takes a new password for: characters. */
export const passwordLength = { min: 10, max: 200 } as const;

export interface Fault {
  field: 'current' | 'next';
  text: string;
}

/** What was refused of which field; none where it is about neither, and is said over the form. */
export function faultsOf(error: unknown, words: { wrong: string; locked: string }): Fault[] {
  if (!(error instanceof ApiProblem)) return [];
  if (error.kind === 'unauthenticated') return [{ field: 'current', text: words.wrong }];
  if (error.kind === 'rate-limited') return [{ field: 'current', text: words.locked }];
  return (error.body.errors ?? []).flatMap(({ path, message }): Fault[] =>
    path === 'current' || path === 'next' ? [{ field: path, text: message }] : [],
  );
}
