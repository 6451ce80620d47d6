/** SQLSTATE connection_failure: the code that every lost connection is told by, whoever noticed it. */
export const connectionFailure = '08006';

/** What the driver says without a code of a connection that ended, while it waited or between two statements. */
const said =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

/** What the server ends a connection with whose transaction idled, or lasted, too long. */
const overlong = new Set<unknown>(['25P03', '25P04']);

/** Whether the server ended the connection for what was done with it: the next one may end the same way. */
export function isOverlong(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && overlong.has(error.code);
}

/**
 * @param ending what the server said as it ended the connection, if it was heard
 * @returns the failure with the code of a lost connection where the driver gave none, others as they are
 */
export function codeLostConnection(error: unknown, ending?: Error): unknown {
  if (!(error instanceof Error) || 'code' in error || !said.test(error.message)) return error;
  if (ending) return ending;
  return Object.assign(new Error(error.message, { cause: error }), { code: connectionFailure });
}
