import { ProblemNotice } from '../../shared/problem-notice.js';

/** What went wrong with commands that have no window of their own. */
export function FailedCommands({ of }: { of: readonly { error: unknown }[] }) {
  return of.map(({ error }, index) => (error ? <ProblemNotice key={index} error={error} /> : null));
}
