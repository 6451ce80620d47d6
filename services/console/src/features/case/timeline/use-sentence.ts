import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../case-queries.js';
import { useClockName } from '../clocks/clock-bars.js';
import { useWords } from '../words.js';
import { sentenceFields, sentenceName } from './entry-facts.js';

export interface Sentence {
  text: string;
  /** With the names of its fields: what it says of them need not be said again. */
  template: string;
}

/** What happened, as one sentence; an event that this page does not know yet by its name. Times in `zone`, else the reader's. */
export function useSentence(
  zone?: string,
): (entry: Pick<TimelineEntry, 'type' | 'data'>) => Sentence {
  const { t, i18n } = useTranslation('casePage');
  const words = useWords();
  const nameOf = useClockName();
  return (entry) => {
    const name = sentenceName(entry);
    const path = `events.${name}`;
    const raw: unknown = i18n.getResource(i18n.language, 'casePage', path);
    if (typeof raw !== 'string') return { text: name, template: '' };
    const given = sentenceFields(entry);
    const fields = Object.entries(given).map(([field, value]) => {
      // A clock of a stage is known by its stage.
      const isOfStage = field === 'kind' && value === 'stage' && typeof given['stage'] === 'string';
      if (isOfStage)
        return [field, nameOf({ kind: 'stage', stage: given['stage'] as 'listen' })] as const;
      return [field, words.value(field, value, zone)] as const;
    });
    // Whoever knows only that it happened reads where something is left out.
    const unknown = [...raw.matchAll(/\{\{(\w+)\}\}/g)].map(([, field]) => [field!, '…'] as const);
    const values = { ...Object.fromEntries(unknown), owner: '', ...Object.fromEntries(fields) };
    const text = t(path as 'events.case.assigned', values);
    return { text, template: raw };
  };
}
