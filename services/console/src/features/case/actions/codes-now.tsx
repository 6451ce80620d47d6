import { useQuery } from '@tanstack/react-query';
import { Form, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { useQueues } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import { queueAfter } from './queue-after.js';

/** What is put right, and what follows: nobody remembers it from behind the form. */
export function CodesNow({ of }: { of: CaseView }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const { product } = of;
  return (
    <>
      <Typography.Paragraph type="secondary">
        {t('form.codesNow', {
          category: words.category(of.category),
          product: product ? words.value('product', product) : t('form.noProduct'),
        })}{' '}
        {t('form.codesEmpty')}
      </Typography.Paragraph>
      <QueueThen of={of} />
    </>
  );
}

/** Without an event of its own: it follows the codes, and would be gone without a word. */
function QueueThen({ of }: { of: CaseView }) {
  const { t } = useTranslation('casePage');
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch('category', form);
  const other: unknown = Form.useWatch('product', form);
  const category = typeof chosen === 'string' ? chosen : of.category;
  const product = typeof other === 'string' && other !== '' ? other : of.product;
  const isSame = category === of.category && product === of.product;
  const now = of.queue ?? null;
  const then = queueAfter(
    now,
    useMatched(of, of, !isSame),
    useMatched(of, { category, product }, !isSame),
  );
  const queues = useQueues(then !== undefined);
  const nameOf = (queue: string | null) =>
    queue === null
      ? t('value.none')
      : (queues.find(({ value }) => value === queue)?.label ?? queue);
  // Read out as it changes.
  return (
    <Typography.Paragraph role="status">
      {!isSame &&
        then !== undefined &&
        t('form.queueThen', { before: nameOf(now), after: nameOf(then) })}
    </Typography.Paragraph>
  );
}

interface Codes {
  category: string;
  product?: string | undefined;
}

function useMatched(of: CaseView, { category, product }: Codes, isAsked: boolean) {
  const body = {
    ...{ category, severity: of.priority, tier: of.tier, channel: of.channel },
    ...(product !== undefined && product !== 'none' && { product }),
    ...(of.unit && { organisation: of.unit }),
  };
  const { data } = useQuery({
    queryKey: ['queue-match', body],
    queryFn: () => bodyOf(api.POST('/api/v1/queues/match', { body })),
    staleTime: 60_000,
    enabled: isAsked,
  });
  return data && (data.queue?.queue ?? null);
}
