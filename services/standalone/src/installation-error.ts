/** The data folder is not for this start: the demo and real data never mix, and two processes never share it. */
export class InstallationError extends Error {
  override readonly name = 'InstallationError';
}
