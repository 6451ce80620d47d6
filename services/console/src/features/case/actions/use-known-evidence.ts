import { useComplaint, useResolution, useTimeline } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { knownEvidence } from './known-evidence.js';
import type { KnownEvidence } from './known-evidence.js';

/** What a case knows of what its stages ask for; absent until all that may be read of it is there. */
export function useKnownEvidence(of: CaseView): KnownEvidence | undefined {
  const complaint = useComplaint(of.id);
  const timeline = useTimeline(of.id, of.version);
  const resolution = useResolution(of.id);
  if ([complaint, timeline, resolution].some(({ isPending }) => isPending)) return undefined;
  return knownEvidence({
    of,
    complaint: complaint.data,
    timeline: timeline.data?.items ?? [],
    resolution: resolution.data,
  });
}
