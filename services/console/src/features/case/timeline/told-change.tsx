import type { Change } from '../../../shared/refusal.js';
import { useTimeline } from '../case-queries.js';
import { useSentence } from './use-sentence.js';
import { withRecipients } from './whole-messages.js';

/** What happened, by the sequence that a refusal names: it says the kind only, the timeline of the case the rest. */
export function ToldChange({ change, of }: { change: Change; of: string }) {
  const sentenceOf = useSentence();
  const { data } = useTimeline(of);
  const entry =
    data && withRecipients(data.items).find(({ sequence }) => sequence === change.sequence);
  return sentenceOf(entry ?? { type: change.type, data: {} }).text;
}
