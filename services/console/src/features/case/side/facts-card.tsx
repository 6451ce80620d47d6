import { Alert, Descriptions, Flex, Skeleton, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import { Panel } from '../../../shared/panel.js';
import { formatSpan } from '../../../shared/span.js';
import { useComplaint, useCustomer, useQueueTitle } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { useKnownEvidence } from '../actions/use-known-evidence.js';
import { useWords } from '../words.js';

/** Who complained of what, and how the case is graded. */
export function FactsCard({ of }: { of: CaseView }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const { data: complaint } = useComplaint(of.id);
  const { data: customer, isHidden, isSettled } = useCustomer(of.customer.id);
  const queue = useQueueTitle(of.queue);
  const { transferTo, transferFrom } = of;
  // While it is asked only, the case is nobody's there.
  const asked = transferTo && { unit: words.unit(transferTo) };
  const unit = !asked
    ? words.unit(of.unit)
    : transferFrom === undefined
      ? t('facts.unitAsked', asked)
      : t('facts.unitAskedFrom', { ...asked, from: words.unit(transferFrom) });
  const listened = useKnownEvidence(of)?.held['listen'];
  const told = (['happenedAt', 'place'] as const).flatMap((name) => {
    const value = listened?.[name];
    const label = t(name === 'place' ? 'facts.place' : 'facts.happened');
    return value === undefined ? [] : [{ key: name, label, children: words.value('told', value) }];
  });
  const waiting = isSettled ? undefined : <Skeleton.Input active size="small" />;
  const unknown = isHidden ? t('facts.hidden') : waiting;
  const rows = [
    {
      key: 'customer',
      label: t('facts.customer'),
      children: customer?.name ?? unknown ?? t('facts.anonymous'),
    },
    {
      key: 'phone',
      label: t('facts.phone'),
      children: customer?.phone ?? unknown ?? t('value.none'),
    },
    { key: 'tier', label: t('facts.tier'), children: words.code(of.tier) },
    { key: 'category', label: t('facts.category'), children: words.category(of.category) },
    {
      key: 'product',
      label: t('facts.product'),
      children: of.product ? words.product(of.product) : t('value.none'),
    },
    { key: 'severity', label: t('facts.severity'), children: words.code(of.severity) },
    { key: 'channel', label: t('facts.channel'), children: words.code(of.channel) },
    { key: 'unit', label: t('facts.unit'), children: unit },
    {
      key: 'owner',
      label: t('facts.owner'),
      children: of.owner ? words.person(of.owner) : t('value.noOwner'),
    },
    { key: 'received', label: t('facts.received'), children: <Instant at={of.receivedAt} /> },
    ...told,
    ...(of.queue ? [{ key: 'queue', label: t('facts.queue'), children: queue }] : []),
    ...(of.handling
      ? [
          {
            key: 'handling',
            label: t('facts.handling'),
            children: formatSpan(of.handling.seconds * 1_000),
          },
        ]
      : []),
    ...(of.externalId
      ? [{ key: 'external', label: t('facts.externalId'), children: of.externalId }]
      : []),
  ];
  return (
    <Panel title={t('facts.title')}>
      {of.threats && (
        <Alert
          type="error"
          showIcon
          title={t('facts.threats', {
            threats: of.threats.map((one) => words.code(one)).join(t('list.comma')),
          })}
        />
      )}
      {complaint && (
        <>
          <Typography.Paragraph className="case-statement">
            {complaint.statement}
          </Typography.Paragraph>
          {complaint.remedySought && (
            <Typography.Paragraph>
              {t('facts.sought', { remedy: complaint.remedySought })}
            </Typography.Paragraph>
          )}
        </>
      )}
      <Descriptions size="small" column={1} items={rows} />
      {of.triage && (
        <Flex gap="small" wrap>
          <Tag>
            {t('timeline.labelled', { label: words.field('complaintTier') })}
            {words.code(of.triage.complaintTier)}
          </Tag>
          {of.triage.emotionLevel !== null && (
            <Tag>{t('facts.emotion', { level: of.triage.emotionLevel })}</Tag>
          )}
          {of.triage.customerType && <Tag>{words.code(of.triage.customerType)}</Tag>}
        </Flex>
      )}
    </Panel>
  );
}
