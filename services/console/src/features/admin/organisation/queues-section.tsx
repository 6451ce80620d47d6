import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, bodyOf } from '../../../api/client.js';
import { Loaded } from '../../../shared/loaded.js';
import { useNamed } from '../../../shared/use-named.js';
import { RowTable } from '../row-table.js';
import { SectionFrame } from '../section-frame.js';

/** Queues of the policy in force with their targets and figures; they are written in the policy. */
export function QueuesSection() {
  const { t, i18n } = useTranslation('admin');
  const named = useNamed();
  const queues = useQuery({
    queryKey: ['queues'],
    queryFn: () => bodyOf(api.GET('/api/v1/queues')),
  });
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const minutes = (seconds: number | null) =>
    seconds === null ? '–' : t('queues.minutes', { count: Math.round(seconds / 6) / 10 });
  return (
    <SectionFrame
      name="queues"
      actions={<Link to="/administration/policies">{t('queues.inPolicy')}</Link>}
    >
      <Loaded asked={queues} isEmpty={({ items }) => items.length === 0} empty={t('queues.none')}>
        {({ items }) => (
          <RowTable
            label={t('sections.queues')}
            rows={items}
            rowKey={({ queue }) => queue ?? ''}
            columns={[
              {
                title: t('queues.queue'),
                render: (_, { queue, title }) =>
                  title ? named(title) : (queue ?? t('queues.without')),
              },
              { title: t('queues.open'), dataIndex: 'open', align: 'end' },
              { title: t('queues.handled'), dataIndex: 'handled', align: 'end' },
              {
                title: t('queues.talkTarget'),
                align: 'end',
                render: (_, { talkSeconds }) => minutes(talkSeconds),
              },
              {
                title: t('queues.handlingTarget'),
                align: 'end',
                render: (_, { handlingSeconds }) => minutes(handlingSeconds),
              },
              {
                title: t('queues.perCase'),
                align: 'end',
                render: (_, { secondsPerCase }) => minutes(secondsPerCase),
              },
              { title: t('queues.overTarget'), dataIndex: 'overTarget', align: 'end' },
              {
                title: t('queues.costPerCase'),
                align: 'end',
                render: (_, { costPerCase }) =>
                  costPerCase === null ? '–' : number.format(costPerCase),
              },
            ]}
          />
        )}
      </Loaded>
    </SectionFrame>
  );
}
