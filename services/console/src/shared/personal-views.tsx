import { useQuery } from '@tanstack/react-query';
import { Alert, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { Instant } from './instant.js';
import { Loaded } from './loaded.js';

function nothingIfMissing(error: unknown): undefined {
  if (error instanceof ApiProblem && error.kind === 'not-found') return;
  throw error;
}

/**
 * Who was shown the customer and what was said in a case, the latest first; `id` may be its number. Without the service
 * that says how likely a customer is to leave, who was shown that is missing, and nothing else.
 */
async function readViews(id: string) {
  const at = (id: string) => ({ params: { path: { id } } });
  const of = await bodyOf(api.GET('/api/v1/cases/{id}', at(id)));
  const [churn, ...lists] = await Promise.all([
    bodyOf(api.GET('/api/v1/churn/customers/{id}/views', at(of.customer.id))).catch(
      () => undefined,
    ),
    bodyOf(api.GET('/api/v1/cases/{id}/views', at(of.id))),
    // A case of an import may have neither.
    bodyOf(api.GET('/api/v1/complaints/{id}/views', at(of.id))).catch(nothingIfMissing),
    bodyOf(api.GET('/api/v1/customers/{id}/views', at(of.customer.id))).catch(nothingIfMissing),
  ]);
  const rows = [churn, ...lists]
    .flatMap((list) => list?.items ?? [])
    .sort((one, other) => (one.lastAt < other.lastAt ? 1 : -1));
  return { rows, isWhole: churn !== undefined };
}

/** Who viewed the personal data of a case: for those who answer for it. */
export function PersonalViews({ id }: { id: string }) {
  const { t } = useTranslation();
  const asked = useQuery({ queryKey: ['personal-views', id], queryFn: () => readViews(id) });
  return (
    <Loaded
      asked={asked}
      isEmpty={({ rows, isWhole }) => isWhole && rows.length === 0}
      empty={t('personalViews.empty')}
    >
      {({ rows, isWhole }) => (
        <>
          {!isWhole && <Alert type="warning" showIcon title={t('personalViews.withoutChurn')} />}
          <Typography.Paragraph type="secondary">{t('personalViews.about')}</Typography.Paragraph>
          <Table
            size="small"
            aria-label={t('personalViews.title')}
            rowKey={({ what, viewer, firstAt }) => `${what} ${viewer} ${firstAt}`}
            dataSource={rows}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t('personalViews.viewer'), dataIndex: 'viewer', rowScope: 'row' },
              {
                title: t('personalViews.seen'),
                render: (_, { what }) => t(`personalViews.what.${what}`),
              },
              {
                title: t('personalViews.first'),
                render: (_, { firstAt }) => <Instant at={firstAt} />,
              },
              {
                title: t('personalViews.last'),
                render: (_, { lastAt }) => <Instant at={lastAt} />,
              },
              { title: t('personalViews.times'), dataIndex: 'times', align: 'right' },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}
