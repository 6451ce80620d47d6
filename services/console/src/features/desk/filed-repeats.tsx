import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { filedRepeatsQuery } from './desk-queries.js';
import { Quiet } from './place-aids.js';

async function link(id: string, earlier: string) {
  const params = { path: { id } };
  const path = '/api/v1/cases/{id}/commands/link-repeat';
  return bodyOf(api.POST(path, { params, body: { earlier } }));
}

/** The customer's earlier complaints in much the same words: one press links what was filed as a repeat of one. */
export function FiledRepeats({ caseId }: { caseId: string }) {
  const { t } = useTranslation('desk');
  const client = useQueryClient();
  const { data } = useQuery(filedRepeatsQuery(caseId));
  const linking = useMutation({
    mutationFn: (earlier: string) => link(caseId, earlier),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  const likely = data?.items.filter(({ answer }) => answer === 'open' || answer === 'linked') ?? [];
  if (likely.length === 0) return null;
  return (
    <Flex vertical gap="small" align="start">
      {likely.map(({ complaintId, number, answer }) =>
        answer === 'linked' ? (
          <Typography.Text key={complaintId} type="success" role="status">
            {t('filed.linked', { number })}
          </Typography.Text>
        ) : (
          <Button
            key={complaintId}
            size="small"
            loading={linking.isPending && linking.variables === number}
            disabled={linking.isPending}
            onClick={() => linking.mutate(number)}
          >
            {t('filed.link', { number })}
          </Button>
        ),
      )}
      <Quiet text={t('filed.linkFollows')} />
      {linking.error && <ProblemNotice error={linking.error} />}
    </Flex>
  );
}
