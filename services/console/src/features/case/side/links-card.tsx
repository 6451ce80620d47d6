import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { Panel } from '../../../shared/panel.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';

const rels = [
  ...(['merged-into', 'duplicate', 'split-from', 'part', 'repeats', 'repeated-by'] as const),
  'incident',
] as const;
type Rel = (typeof rels)[number];

const readLinked = (id: string) =>
  bodyOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } }));
const readIncident = (id: string) =>
  bodyOf(api.GET('/api/v1/cases/{id}/incident', { params: { path: { id } } }));

/** The other cases that this one has to do with; of those of other units only that they are there. */
export function LinksCard({ of }: { of: CaseView }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const linked = of.links.flatMap(({ rel, href }) => {
    const known = rels.find((one) => one === rel);
    return known ? [{ rel: known as Rel, id: href.split('/').at(-1)! }] : [];
  });
  const found = useQueries({
    queries: linked.map(({ id }) => ({
      queryKey: ['linked-case', id],
      queryFn: () => readLinked(id),
      staleTime: 30_000,
    })),
  });
  const standsFor = of.links.some(({ rel }) => rel === 'incident-cases');
  const { data: members } = useQuery({
    queryKey: ['case', of.id, 'incident'],
    queryFn: () => readIncident(of.id),
    enabled: standsFor,
  });
  if (linked.length === 0 && !standsFor) return null;
  return (
    <Panel title={t('links.title')}>
      <ul className="plain-list case-linked">
        {linked.map(({ rel, id }, index) => {
          const one = found[index]?.data;
          return (
            <li key={`${rel} ${id}`}>
              {t(`links.${rel}`)} <Link to={`/cases/${id}`}>{one?.number ?? t('links.open')}</Link>{' '}
              {one && words.code(one.status)}
            </li>
          );
        })}
        {members?.cases.map(({ id, number, status }) => (
          <li key={id}>
            {t('links.member')} <Link to={`/cases/${id}`}>{number}</Link> {words.code(status)}
          </li>
        ))}
      </ul>
      {of.mergedInto && (
        <p>
          {t('links.undoUntil')} <Instant at={of.mergedInto.undoUntil} />
        </p>
      )}
    </Panel>
  );
}
