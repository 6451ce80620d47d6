import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { CallerLine } from '../../shared/questions/caller-line.js';
import { caseQuery } from './desk-queries.js';

/** Whom to call about a case, once its number is there, and what about: nobody looks for it elsewhere. */
export function ContactCaller({ number }: { number: string }) {
  const { data } = useQuery(caseQuery(number));
  if (!data) return null;
  return (
    <>
      <CallerLine question={{ customerId: data.customer.id }} />
      <Matter id={data.id} />
    </>
  );
}

async function readMatter(id: string) {
  const params = { path: { id } };
  const [complaint, timeline] = await Promise.all([
    bodyOf(api.GET('/api/v1/complaints/{id}', { params })),
    bodyOf(api.GET('/api/v1/cases/{id}/timeline', { params })),
  ]);
  const solved = timeline.items.findLast(({ type }) => type.startsWith('clearline.case.resolved.'));
  return { said: complaint.statement, solved: solved?.texts['resolution'] };
}

/** What was complained of, and how it was solved, where both may be read. */
function Matter({ id }: { id: string }) {
  const { t } = useTranslation('desk');
  const { data } = useQuery({
    queryKey: ['contact-matter', id],
    queryFn: () => readMatter(id),
    staleTime: 60_000,
    retry: false,
  });
  if (!data) return null;
  return (
    <div className="quiet">
      <div className="desk-two-lines" title={data.said}>
        {t('contact.said', { text: data.said })}
      </div>
      {data.solved && (
        <div className="desk-two-lines" title={data.solved}>
          {t('contact.solved', { text: data.solved })}
        </div>
      )}
    </div>
  );
}
