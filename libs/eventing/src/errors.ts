/** The stream moved on since its head was read, or two writers raced: load again and retry. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  constructor(readonly streams: readonly string[]) {
    super(`another writer appended to ${streams.slice(0, 3).join(', ')}`);
  }
}

/** Thrown by a handler: this event can never be handled; it goes to the dead letters at once. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';
  constructor(
    /** A short code that dead letters are grouped by. */
    readonly reason: string,
    message = reason,
  ) {
    super(message);
  }
}

/** Thrown by a handler: the case this event speaks of is not there yet; the event waits for it. */
export class AwaitingCase extends Error {
  override readonly name = 'AwaitingCase';
  constructor(readonly caseId: string) {
    super(`case ${caseId} is not known yet`);
  }
}

/** A lease or a checkpoint belongs to someone else now; nothing was written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
