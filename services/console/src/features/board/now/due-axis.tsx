import { Button, Flex, Tag, Typography } from 'antd';
import dayjs from 'dayjs';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Countdown } from '../../../shared/countdown.js';
import type { DueClock, DueTask, Workload } from '../board-types.js';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { slotsOf } from './due-slots.js';
import { isOf } from './whose.js';
import type { Whose } from './whose.js';
import { usePersonName } from '../../../shared/use-person-name.js';

/** So many are seen at once; the rest is asked for. */
const fewRows = 10;
/** More than anybody reads: a part of the axis shows those of its time. */
const mostRows = 100;
/** Ten minutes each: wide enough for a finger on a phone. */
const parts = 12;
const keyOf = (one: DueClock | DueTask) =>
  `${one.caseId} ${'clockId' in one ? one.clockId : one.taskId}`;
const hour = (instant: number) => dayjs(instant).format('HH:mm');

/**
 * What is due in the next two hours by time; a part of the axis shows what is in it. Alerts come beside it many times a
 * second, and draw none of it.
 */
export const DueAxis = memo(function DueAxis(props: {
  of: Workload;
  whose: Whose | undefined;
  onWhose: (whose: Whose | undefined) => void;
  onLook: (clock: DueClock) => void;
}) {
  const { t } = useTranslation('board');
  const { unitName } = useOrganisation();
  const personName = usePersonName();
  const [chosen, setChosen] = useState<number>();
  const [showsAll, setShowsAll] = useState(false);
  const { of, whose } = props;
  const due = [...of.due, ...of.tasks]
    .filter((one) => isOf(one, whose))
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  const slots = slotsOf(due, Date.parse(of.at), Date.parse(of.until), parts);
  const most = Math.max(1, ...slots.map(({ clocks }) => clocks.length));
  const slot = chosen === undefined ? undefined : slots[chosen];
  const listed = slot?.clocks ?? due;
  const isWhole = showsAll && listed.length > fewRows;
  const nameOf = ({ by, code }: Whose) => {
    if (code === null) return by === 'owner' ? t('nobody') : t('noUnit');
    return by === 'owner' ? personName(code) : unitName(code);
  };
  return (
    <Flex vertical gap="small">
      <div role="group" aria-label={t('due.axis')} className="board-axis">
        {slots.map(({ from, to, clocks }, index) => (
          <AxisSlot
            key={index}
            label={t('due.slot', { from: hour(from), to: hour(to), n: clocks.length })}
            clocks={clocks}
            most={most}
            isChosen={index === chosen}
            onChoose={() => setChosen(index === chosen ? undefined : index)}
          />
        ))}
      </div>
      <div className="board-axis-times steady" aria-hidden>
        {[0, 3, 6, 9].map((index) => (
          <span key={index}>{hour(slots[index]!.from)}</span>
        ))}
        <span>{hour(slots[parts - 1]!.to)}</span>
      </div>
      <Legend />
      <Flex gap="small" wrap align="center">
        {slot && (
          <Tag closable onClose={() => setChosen(undefined)}>
            {t('due.slot', { from: hour(slot.from), to: hour(slot.to), n: slot.clocks.length })}
          </Tag>
        )}
        {whose && (
          <Tag closable onClose={() => props.onWhose(undefined)}>
            {t('due.only', { who: nameOf(whose) })}
          </Tag>
        )}
      </Flex>
      {of.isCut && <Typography.Text type="warning">{t('due.cut')}</Typography.Text>}
      {listed.length === 0 ? (
        <Typography.Text type="secondary">{t('due.none')}</Typography.Text>
      ) : (
        <ul
          className={isWhole ? 'board-list board-due-list' : 'board-list'}
          aria-label={t('due.list')}
        >
          {listed.slice(0, isWhole ? mostRows : fewRows).map((one) => (
            <li key={keyOf(one)} className="board-due-row">
              <span className="steady">{hour(Date.parse(one.dueAt))}</span>
              {'clockId' in one ? (
                <button type="button" className="board-link" onClick={() => props.onLook(one)}>
                  {one.number} {clockName(one)} {one.owner ? personName(one.owner) : t('nobody')}
                </button>
              ) : (
                <Link to={`/cases/${one.caseId}`}>
                  {one.number} {t(`due.task.${one.kind}`)} {whoOf(one)}
                </Link>
              )}
              <Countdown clock={{ state: 'running', dueAt: one.dueAt }} />
            </li>
          ))}
        </ul>
      )}
      {listed.length > fewRows && (
        <Flex gap="small" wrap align="center">
          <Typography.Text type="secondary" role="status">
            {isWhole && listed.length <= mostRows
              ? t('due.all', { n: listed.length })
              : t('due.more', {
                  n: listed.length,
                  more: listed.length - (isWhole ? mostRows : fewRows),
                })}
          </Typography.Text>
          <Button size="small" aria-expanded={isWhole} onClick={() => setShowsAll(!isWhole)}>
            {isWhole
              ? t('due.showFew', { n: fewRows })
              : t('due.showAll', { n: Math.min(listed.length, mostRows) })}
          </Button>
        </Flex>
      )}
    </Flex>
  );

  // An order is a unit's, an action its owner's; an approval waits for whoever may decide.
  function whoOf({ owner, unit }: DueTask): string {
    if (owner) return personName(owner);
    return unit ? unitName(unit) : t('noUnit');
  }

  function clockName({ kind, stage }: DueClock): string {
    return kind === 'stage' && stage ? t(`stage.${stage}`) : t(`clock.${kind}`);
  }
});

/** What the colours of the bars mean. */
function Legend() {
  const { t } = useTranslation('board');
  return (
    <Flex gap="middle" wrap>
      <Typography.Text type="secondary">
        <span aria-hidden className="board-swatch board-bar-fill-critical" />
        {t('due.withCritical')}
      </Typography.Text>
      <Typography.Text type="secondary">
        <span aria-hidden className="board-swatch" />
        {t('due.withoutCritical')}
      </Typography.Text>
    </Flex>
  );
}

function AxisSlot(props: {
  label: string;
  clocks: readonly (DueClock | DueTask)[];
  most: number;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { clocks, most } = props;
  const isCritical = clocks.some(({ priority }) => priority === 'critical');
  return (
    <button
      type="button"
      className="board-slot"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.isChosen}
      disabled={clocks.length === 0}
      onClick={props.onChoose}
    >
      <span aria-hidden className="steady">
        {clocks.length > 0 && clocks.length}
      </span>
      <span
        aria-hidden
        className={isCritical ? 'board-bar-fill board-bar-fill-critical' : 'board-bar-fill'}
        style={{ height: `${(clocks.length / most) * 75}%` }}
      />
    </button>
  );
}
