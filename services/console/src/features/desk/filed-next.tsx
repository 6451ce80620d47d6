import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../../shared/alerts/use-people.js';
import { answersQuery, queueQuery, toldQuery } from './desk-queries.js';
import type { DeskCase } from './desk-types.js';
import { noProduct } from './intake.js';
import { useNames } from './use-names.js';

/** What happens next with a complaint that was filed: who has it, who was alerted at once, what its customer is told. */
export function FiledNext({ one, statement }: { one: DeskCase; statement: string }) {
  const { t } = useTranslation('desk');
  const { said, nameOf } = useNames();
  const peopleOf = usePeople();
  const { category, severity, tier, channel, product, unit } = one;
  const facts = {
    ...{ category, severity, tier, channel },
    ...(product !== undefined && product !== noProduct && { product }),
    ...(unit !== null && { organisation: unit }),
  };
  const { data: matched } = useQuery({ ...queueQuery(facts), enabled: one.queue !== undefined });
  const title = matched?.queue?.queue === one.queue ? matched?.queue?.title : undefined;
  const queue = title ? said(title) : one.queue;
  const { data: told } = useQuery(toldQuery(one));
  const question = statement.slice(0, 4_000);
  const { data: answers } = useQuery({
    ...answersQuery({ question, tier }),
    enabled: question !== '',
  });
  const wording = answers?.items[0]?.wording;
  const place = [queue, unit === null ? undefined : nameOf('units', unit)].filter(
    (name) => name !== undefined,
  );
  const people = [...new Set((told ?? []).map(peopleOf))];
  return (
    <>
      {place.length > 0 && <span>{t('filed.place', { place: place.join(' · ') })}</span>}
      {people.length > 0 && (
        <span className="desk-alerted">
          {t('filed.told', { people: people.join(t('separator')) })}
        </span>
      )}
      {wording && <span>{t('filed.tell', { wording: said(wording) })}</span>}
    </>
  );
}
