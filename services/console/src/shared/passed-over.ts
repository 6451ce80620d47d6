interface Stopped {
  kind: string;
  stage?: string | undefined;
  stoppedAt?: string | undefined;
}
interface Override {
  stage: string;
  at: string;
}

/**
 * Whether the clock of a stage stopped because somebody ended that without its evidence. It stopped in time then, and
 * nothing shows that the work was done: whoever reads that it was met would take it for that.
 */
export const isPassedOver = (
  { kind, stage, stoppedAt }: Stopped,
  overrides: readonly Override[] = [],
): boolean =>
  kind === 'stage' &&
  stoppedAt !== undefined &&
  overrides.some((one) => one.stage === stage && Date.parse(one.at) === Date.parse(stoppedAt));
