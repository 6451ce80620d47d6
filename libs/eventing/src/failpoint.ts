/**
 * The gaps between two steps of a delivery, where a process may die at its worst: handlers not yet run,
 * their effects not yet committed, committed but not acknowledged to the log, an event not yet sent, sent
 * but the relay's checkpoint not moved.
 */
export type Failpoint =
  'before-handling' | 'before-commit' | 'before-ack' | 'before-send' | 'before-checkpoint';

/** Called and awaited at each of them; a test ends or holds the process there. Nothing else sets one. */
export type FailpointHook = (point: Failpoint) => void | Promise<void>;
