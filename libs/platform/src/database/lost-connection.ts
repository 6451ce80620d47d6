/** SQLSTATE connection_failure: the code that every lost connection is told by, whoever noticed it. */
export const connectionFailure = '08006';

/** What the driver says without a code of a connection that ended, while it waited or between two statements. */
const said =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

/** @returns the failure with the code of a lost connection where the driver gave none, others as they are */
export function codeLostConnection(error: unknown): unknown {
  if (!(error instanceof Error) || 'code' in error || !said.test(error.message)) return error;
  return Object.assign(new Error(error.message, { cause: error }), { code: connectionFailure });
}
