interface CodedError {
  code?: unknown;
  driverError?: CodedError;
  cause?: CodedError;
}

/** The SQLSTATE or the network code of an error, also under the wrappers of TypeORM. */
export function sqlState(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const coded = error as CodedError;
  const code = coded.driverError?.code ?? coded.code ?? coded.cause?.code;
  return typeof code === 'string' ? code : '';
}
