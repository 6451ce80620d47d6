import { Descriptions, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import type { AlertView, CaseView } from '../board-types.js';
import { useEvidenceNames } from '../use-evidence-names.js';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { usePersonName } from '../../../shared/use-person-name.js';

const colours = { low: 'default', normal: 'default', high: 'orange', critical: 'red' } as const;

/** How urgent a case is, by word and colour. */
export function PriorityTag({ priority }: Pick<CaseView, 'priority'>) {
  const { t } = useTranslation('board');
  return <Tag color={colours[priority]}>{t(`priority.${priority}`)}</Tag>;
}

/** Who wished that nobody is reminded, and why, where an alert tells it. */
function SnoozedWhy({ snoozed }: { snoozed: AlertView['snoozed'] | undefined }) {
  const { t } = useTranslation('alerts');
  const personName = usePersonName();
  if (!snoozed) return null;
  const { by, reason } = snoozed;
  return (
    <>
      {by !== null && t('snoozedBy', { by: personName(by) })}{' '}
      {reason !== null && t('snoozedFor', { reason: t(`snoozeReason.${reason}`) })}
    </>
  );
}

/** Where a case stands, and who has it. Nothing of the customer: that is on the case's own page. */
export function CaseFacts({ of, snoozed }: { of: CaseView; snoozed?: AlertView['snoozed'] }) {
  const { t } = useTranslation('board');
  const { unitName, categoryName } = useOrganisation();
  const personName = usePersonName();
  const namesOf = useEvidenceNames();
  const { owner, unit, stage, status, priority, category, receivedAt, snoozedUntil, missing } = of;
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        { key: 'owner', label: t('case.owner'), children: owner ? personName(owner) : t('nobody') },
        { key: 'unit', label: t('case.unit'), children: unit ? unitName(unit) : t('noUnit') },
        {
          key: 'stage',
          label: t('case.stage'),
          children: (
            <span>
              {t(`stage.${stage}`)} <Tag>{t(`status.${status}`)}</Tag>
            </span>
          ),
        },
        {
          key: 'priority',
          label: t('case.priority'),
          children: <PriorityTag priority={priority} />,
        },
        { key: 'category', label: t('case.category'), children: categoryName(category) },
        { key: 'received', label: t('case.received'), children: <Instant at={receivedAt} /> },
        ...(snoozedUntil
          ? [
              {
                key: 'snoozed',
                label: t('case.snoozed'),
                children: (
                  // One box: in a row of them the space between would be lost.
                  <span>
                    <Instant at={snoozedUntil} /> <SnoozedWhy snoozed={snoozed} />
                  </span>
                ),
              },
            ]
          : []),
        ...(missing.length > 0
          ? [{ key: 'missing', label: t('case.missing'), children: namesOf(missing) }]
          : []),
      ]}
    />
  );
}
