/** Ends the command with one line on stderr; exit 1 is "failed", exit 2 is "used wrongly". */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}
