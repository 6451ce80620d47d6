import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Flex, Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hasRole, useSession } from '../../../session/session.js';
import type { Role } from '../../../session/session.js';
import { useScreenKeys } from '../../../shared/screen-keys.js';
import { useSingleKeys } from '../../../shared/single-keys.js';
import { keptList } from '../../../shared/case-order.js';
import { ScreenTitle } from '../../../shared/screen-title.js';
import { useTimeline } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import { useNeighbours } from './use-neighbours.js';
import { ViewersButton } from './viewers-button.js';

const priorityColours = {
  low: 'default',
  normal: 'default',
  high: 'orange',
  critical: 'red',
} as const;

/** Whom the board, with the rooms on it, is for. */
const leads: readonly Role[] = ['supervisor', 'manager', 'admin'];

/** Until when nobody is reminded of the case, who wished so and why, as its history has it. */
function SnoozedTag({ of, until }: { of: CaseView; until: string }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const { data } = useTimeline(of.id, of.version);
  const snoozed = data?.items.findLast(({ type }) =>
    type.startsWith('clearline.case.reminders-snoozed.'),
  );
  if (!snoozed?.actor) return <Tag>{t('page.snoozed', { until })}</Tag>;
  const reason = snoozed.data['reason'];
  return (
    <Tag>
      {t('page.snoozedBy', {
        ...{ until, by: words.person(snoozed.actor) },
        why: typeof reason === 'string' ? words.code(reason) : t('value.none'),
      })}
    </Tag>
  );
}

/** Which case it is and how it stands, the way back to its list, and to the cases beside it there. */
export function CaseHeader({ of }: { of: CaseView }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const session = useSession();
  const { previous, hasNext, position, count, isCut, isReading, goBack, goOn } = useNeighbours(
    of.id,
  );
  const areSingleKeysOn = useSingleKeys();
  const passedOver = [...new Set(of.overrides?.map(({ stage }) => words.code(stage)))];
  useScreenKeys([
    { key: 'j', name: t('keys.next'), act: goOn },
    { key: 'k', name: t('keys.previous'), act: goBack },
  ]);
  return (
    <Flex justify="space-between" align="center" gap="middle" wrap>
      <Flex align="center" gap="small" wrap>
        <ScreenTitle title={t('page.title', { number: of.number })} className="case-title" />
        <Tag color={of.status === 'open' ? 'processing' : 'default'}>{words.code(of.status)}</Tag>
        {of.status === 'open' && <Tag>{words.code(of.stage)}</Tag>}
        <Tag color={priorityColours[of.priority]}>
          {t('page.priority', { priority: words.code(of.priority) })}
        </Tag>
        {of.triage?.complaintTier === 'major' && <Tag color="red">{t('page.major')}</Tag>}
        {of.tier !== 'standard' && (
          <Tag color="gold">{t('page.tier', { tier: words.code(of.tier) })}</Tag>
        )}
        {of.repeats !== undefined && (
          <Tag color="volcano">{t('page.repeats', { count: of.repeats })}</Tag>
        )}
        {passedOver.length > 0 && (
          <Tag color="warning">
            {t('page.passedOver', { stages: passedOver.join(t('list.comma')) })}
          </Tag>
        )}
        {of.transferTo && (
          <Tag color="gold">{t('page.asked', { unit: words.unit(of.transferTo) })}</Tag>
        )}
        {of.snoozedUntil && (
          <SnoozedTag of={of} until={words.value('snoozedUntil', of.snoozedUntil)} />
        )}
        {of.safety && <Tag color="magenta">{t('page.safety')}</Tag>}
        {of.triage?.complaintTier === 'major' && hasRole(session, leads) && (
          <Link to={`/board/major/${of.id}`}>{t('page.room')}</Link>
        )}
      </Flex>
      <Flex align="center" gap="small">
        <Link to={`/cases${keptList()}`}>{t('page.toList')}</Link>
        <Tooltip title={t(areSingleKeysOn ? 'page.previousKey' : 'page.previous')}>
          <Button
            icon={<LeftOutlined />}
            aria-label={t('page.previous')}
            aria-keyshortcuts={areSingleKeysOn ? 'k' : undefined}
            disabled={!previous}
            onClick={goBack}
          />
        </Tooltip>
        <span className="steady">
          {position && t(isCut ? 'page.positionSoFar' : 'page.position', { position, count })}
        </span>
        <Tooltip title={t(areSingleKeysOn ? 'page.nextKey' : 'page.next')}>
          <Button
            icon={<RightOutlined />}
            aria-label={t('page.next')}
            aria-keyshortcuts={areSingleKeysOn ? 'j' : undefined}
            disabled={!hasNext}
            loading={isReading}
            onClick={goOn}
          />
        </Tooltip>
        <ViewersButton id={of.id} />
        <Link to={`/cases/${of.id}/print`} target="_blank">
          <Button icon={<PrinterOutlined />} tabIndex={-1}>
            {t('page.print')}
          </Button>
        </Link>
      </Flex>
    </Flex>
  );
}
