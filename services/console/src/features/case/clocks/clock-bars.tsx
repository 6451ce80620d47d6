import { PrinterOutlined } from '@ant-design/icons';
import { Button, Flex, Modal, Progress, Tag, Typography } from 'antd';
import type { ProgressProps } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Countdown } from '../../../shared/countdown.js';
import { byUrgency, foremost, isLate } from '../../../shared/foremost-clock.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { Panel } from '../../../shared/panel.js';
import { isPassedOver } from '../../../shared/passed-over.js';
import { useClocks, useOrders } from '../case-queries.js';
import type { CaseView, ExplainedClock } from '../case-queries.js';
import { useWords } from '../words.js';
import { ClockLedger } from './clock-ledger.js';
import { OrderLine } from './order-line.js';
import { useTimeOf } from './use-ledger-rows.js';
import { openOrders } from './open-orders.js';
import { isOpen, urgencyOf, usedShare } from './clock-share.js';
import type { Urgency } from './clock-share.js';

const statuses: Record<Urgency, ProgressProps['status']> = {
  calm: 'normal',
  soon: 'normal',
  late: 'exception',
  still: 'normal',
  done: 'success',
  ended: 'normal',
};

/** Beside the colours of the statuses: what stands in words as well. */
const colours: Partial<Record<Urgency, string>> = {
  soon: 'var(--case-soon)',
  still: 'var(--case-still)',
  ended: 'var(--case-still)',
};

/** `stage` and the stage that it times, or the kind alone. */
export function useClockName(): (clock: Pick<ExplainedClock, 'kind' | 'stage'>) => string {
  const { t } = useTranslation('casePage');
  const words = useWords();
  return useCallback(
    ({ kind, stage }) =>
      stage && kind === 'stage'
        ? t('clocks.ofStage', { stage: words.code(stage) })
        : words.code(kind),
    [t, words],
  );
}

interface BarProps {
  clock: ExplainedClock;
  /** The one to see to first. */
  isFirst: boolean;
  isPassedOver: boolean;
  onExplain: () => void;
}

function ClockBar({ clock, isFirst, isPassedOver, onExplain }: BarProps) {
  const { t } = useTranslation('casePage');
  const name = useClockName()(clock);
  const share = usedShare(clock);
  const urgency = isPassedOver ? 'ended' : urgencyOf(clock, share);
  const strokeColor = colours[urgency];
  return (
    <li className={`case-clock case-clock-${urgency}`}>
      <Flex justify="space-between" align="baseline" gap="small" wrap>
        <span>
          <Typography.Text strong>{name}</Typography.Text>{' '}
          {isFirst &&
            (isLate(clock) ? (
              <Tag color="error">{t('clocks.overdueFirst')}</Tag>
            ) : (
              <Tag>{t('clocks.next')}</Tag>
            ))}
          {isPassedOver && <Tag color="warning">{t('clocks.passedOver')}</Tag>}
        </span>
        <Countdown clock={clock} />
      </Flex>
      <Progress
        percent={Math.min(share, 100)}
        status={statuses[urgency]}
        {...(strokeColor && { strokeColor })}
        format={() => t('clocks.used', { share })}
        aria-label={t('clocks.bar', { name, share })}
      />
      {clock.kind === 'department' && isOpen(clock) && (
        <Typography.Text type="secondary">{t('clocks.departmentEnds')}</Typography.Text>
      )}
      <Flex justify="space-between" align="center" gap="small" wrap>
        <Typography.Text type="secondary">
          {t('clocks.due')} <Instant at={clock.dueAt} />
        </Typography.Text>
        <Button type="link" size="small" onClick={onExplain}>
          {t('clocks.why')}
        </Button>
      </Flex>
    </li>
  );
}

/** An order is ranked as a clock that runs, or is late. */
const stateOf = ({ status }: { status: string }) =>
  status === 'overdue' ? ('breached' as const) : ('running' as const);

/**
 * Each clock of the case by itself, with how it stands and why it is due when it is, and what other units still have to
 * answer.
 */
export function ClockBars({ of }: { of: Pick<CaseView, 'id' | 'rulingClock' | 'overrides'> }) {
  const { id, rulingClock: ruling, overrides } = of;
  const { t } = useTranslation('casePage');
  const nameOf = useClockName();
  const [explained, setExplained] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  const asked = useClocks(id);
  const readAt = useTimeOf(asked.data && asked.dataUpdatedAt);
  const clocks = typeof asked.data === 'object' ? asked.data.clocks : [];
  const orders = openOrders(useOrders(id).data?.orders ?? []);
  const open = clocks.find(({ clockId }) => clockId === explained);
  const first = foremost({ clocks, rulingClock: ruling });
  const [soonest] = orders;
  // An order that falls due before every clock is what to see to first.
  const isOrderFirst =
    soonest !== undefined && (!first || Date.parse(soonest.dueAt) < Date.parse(first.dueAt));
  const shown = showsAll ? clocks : clocks.filter(isOpen);
  const lines = byUrgency([
    ...orders.map((order) => ({ order, dueAt: order.dueAt, state: stateOf(order) })),
    ...shown.map((clock) => ({ clock, ...clock })),
  ]);
  return (
    <Panel title={t('clocks.title')}>
      <Loaded
        asked={asked}
        isEmpty={() => clocks.length + orders.length === 0}
        empty={t('clocks.none')}
      >
        {() => (
          <>
            <ul className="case-list">
              {lines.map((line) =>
                'order' in line ? (
                  <OrderLine
                    key={line.order.id}
                    order={line.order}
                    isFirst={isOrderFirst && line.order === soonest}
                  />
                ) : (
                  <ClockBar
                    key={line.clock.clockId}
                    clock={line.clock}
                    isFirst={!isOrderFirst && line.clock.clockId === first?.clockId}
                    isPassedOver={isPassedOver(line.clock, overrides)}
                    onExplain={() => setExplained(line.clock.clockId)}
                  />
                ),
              )}
            </ul>
            {(showsAll || shown.length < clocks.length) && (
              <Button type="link" size="small" onClick={() => setShowsAll(!showsAll)}>
                {showsAll
                  ? t('clocks.fewer')
                  : t('clocks.more', { count: clocks.length - shown.length })}
              </Button>
            )}
          </>
        )}
      </Loaded>
      <Modal
        open={open !== undefined}
        width={860}
        footer={
          open && (
            <Flex justify="end" gap="small" wrap>
              {(['customer', 'staff'] as const).map((reader) => (
                <Link
                  key={reader}
                  to={`/cases/${id}/print?for=${reader}&clock=${open.clockId}`}
                  target="_blank"
                >
                  <Button icon={<PrinterOutlined />} tabIndex={-1}>
                    {t(`clocks.printFor.${reader}`)}
                  </Button>
                </Link>
              ))}
            </Flex>
          )
        }
        title={open && t('clocks.whyTitle', { name: nameOf(open) })}
        onCancel={() => setExplained(undefined)}
      >
        {open && (
          <ClockLedger clock={open} readAt={readAt} isPassedOver={isPassedOver(open, overrides)} />
        )}
      </Modal>
    </Panel>
  );
}
