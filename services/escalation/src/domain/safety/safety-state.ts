/** Of a case that left the normal flow: how far its safety report is. */
export interface SafetyFacts {
  readonly desk: string;
  /** Who took it on at the desk; absent while nobody has. */
  readonly takenBy?: string;
  /** The latest version of the report; absent without any. */
  readonly version?: number;
  /** The latest version that the authority was sent. */
  readonly submitted?: number;
}

/** What a safety report still lacks to end as reported: somebody who has it, a report, its receipt. */
export function missingForSafety({ takenBy, version, submitted }: SafetyFacts): string[] {
  return [
    ...(takenBy === undefined ? ['taken'] : []),
    ...(version === undefined ? ['report'] : []),
    ...(version === undefined || submitted !== version ? ['submission'] : []),
  ];
}
