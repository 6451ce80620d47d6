import { Button, Flex, Grid, Typography } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { onDemand } from '../../../shared/on-demand.js';
import { say } from '../../../shared/say.js';
import { useScreenKeys } from '../../../shared/screen-keys.js';
import { useSingleKeys } from '../../../shared/single-keys.js';
import { Waiting } from '../../../shared/waiting.js';
import { boardKey } from '../board-queries.js';
import type { AlertView } from '../board-types.js';
import type { Looked } from '../case/case-drawer.js';
import { snoozable } from '../commands/snooze-until.js';
import { isOver } from '../../../shared/alerts/alert-facts.js';
import { useAcknowledge } from '../../../shared/alerts/use-acknowledge.js';
import { AlertCards } from './alert-cards.js';
import { keyOf, partOf } from './alert-list.js';
import type { AlertListProps } from './alert-list.js';
import { AcknowledgeRefusals } from './acknowledge-refusals.js';
import { alertsOf } from './group-alerts.js';
import { worstOf } from './rank-alerts.js';
import { useHeldAlerts } from './use-held-alerts.js';

const AlertTable = onDemand(async () => (await import('./alert-table.js')).AlertTable, <Waiting />);
const SnoozeDialog = onDemand(
  async () => (await import('../commands/snooze-dialog.js')).SnoozeDialog,
);
const ReassignDialog = onDemand(
  async () => (await import('../commands/reassign-dialog.js')).ReassignDialog,
);

/** Alerts with everything that is done to one of them or to many at once, by hand or by key. */
export function AlertsPart(props: {
  alerts: readonly AlertView[];
  /** How many wait in all, shown or not. */
  total: number;
  onLook: (looked: Looked) => void;
  /** Keys are for what is in front of the list. */
  isCovered: boolean;
  onMore?: () => void;
  isLoadingMore: boolean;
}) {
  const { t } = useTranslation('board');
  const { md = true } = Grid.useBreakpoint();
  const areSingleKeysOn = useSingleKeys();
  const { alerts, onLook } = props;
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<string>();
  const [asks, setAsks] = useState<{
    what: 'reassign' | 'snooze';
    alerts: readonly AlertView[];
    owner?: string;
  }>();
  const [taken, setTaken] = useState<readonly AlertView[]>([]);
  const { agentId: me } = useSession();
  const acknowledge = useAcknowledge(boardKey);

  const box = useRef<HTMLDivElement>(null);
  const { rows, insideOf, release, holding } = useHeldAlerts(box, alerts, unfolded, cursor);
  // What was taken on meanwhile is no longer chosen, without anybody having to unchoose it.
  const chosenAlerts = alerts.filter(({ id }) => picked.has(id));
  const chosen = new Set(chosenAlerts.map(({ id }) => id));
  const place = rows.findIndex((row) => keyOf(row) === cursor);
  const current = rows[place];
  // Of a storm the button takes on its most urgent one, and so does the key.
  const takenByKey = chosenAlerts.length > 0 ? chosenAlerts : current ? [worstOf(current)] : [];
  const meant = chosenAlerts.length > 0 ? chosenAlerts : current ? alertsOf(current) : [];

  const answered = new Set(
    acknowledge.data?.flatMap(({ item, error }) => (error === undefined ? [item] : [])),
  );
  const takenOn = answered.size;
  const done = taken.filter(({ id }) => answered.has(id));
  // Another clock of theirs, or an earlier threshold of it, goes on to its next level by itself.
  const takenCases = new Set(done.map(({ caseId }) => caseId));
  const beside = alerts.filter(
    (one) =>
      takenCases.has(one.caseId) && !answered.has(one.id) && !one.acknowledgedAt && !isOver(one),
  );
  const unfold = (key: string) => setUnfolded(toggled(unfolded, key));
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setPicked(next);
  };
  const take = (some: readonly AlertView[]) => {
    if (some.length === 0) return;
    setTaken(some);
    acknowledge.mutate(some.map(({ id }) => id));
  };
  const look = (alert: AlertView) =>
    onLook({ id: alert.caseId, number: alert.number, alertId: alert.id, clock: alert.kind });
  const whyNotSnoozed = (some: readonly AlertView[]) => {
    const { wait, goOn } = snoozable(some);
    if (wait.length > 0) return undefined;
    return goOn.length > 0 ? t('snooze.notCritical') : t('snooze.notOver');
  };
  const notSnoozed = whyNotSnoozed(chosenAlerts);
  const ask = (what: 'reassign' | 'snooze', some = meant) => {
    if (some.length === 0) return;
    const why = what === 'snooze' && whyNotSnoozed(some);
    if (why) return say('warning', why);
    setAsks({ what, alerts: some });
  };
  const move = (by: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, place + by))];
    if (!next) return;
    setCursor(keyOf(next));
    document
      .querySelector(`[data-row-key="${CSS.escape(keyOf(next))}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  };
  const toggleCurrent = () => {
    if (!current) return;
    const ids = alertsOf(current).map(({ id }) => id);
    choose(ids, !ids.every((id) => chosen.has(id)));
  };
  const keys = [
    { key: 'j', name: t('alerts.keyNames.down'), act: () => move(1) },
    { key: 'k', name: t('alerts.keyNames.up'), act: () => move(-1) },
    { key: 'o', name: t('alerts.keyNames.open'), act: () => current && look(worstOf(current)) },
    { key: 'x', name: t('alerts.keyNames.choose'), act: toggleCurrent },
    { key: 'a', name: t('alerts.acknowledge'), act: () => take(takenByKey) },
    { key: 'r', name: t('reassign.action'), act: () => ask('reassign') },
    { key: 's', name: t('snooze.action'), act: () => ask('snooze') },
  ];
  useScreenKeys(props.isCovered || asks ? [] : keys);

  const list: AlertListProps = {
    ...{ rows, insideOf, onRelease: release },
    part: partOf(alerts.length, props.total, props.onMore !== undefined),
    ...{ unfolded, onUnfold: unfold, chosen, onChoose: choose, cursor },
    ...{ onLook: look, onAcknowledge: take },
  };
  return (
    <Flex vertical gap="small">
      {acknowledge.data && <AcknowledgeRefusals settled={acknowledge.data} />}
      <div ref={box} {...holding}>
        {md ? <AlertTable {...list} /> : <AlertCards {...list} />}
      </div>
      {takenOn > 0 && (
        <Flex gap="small" align="center" wrap role="status">
          <Typography.Text strong>{t('alerts.takenOn', { n: takenOn })}</Typography.Text>
          <Typography.Text>{t('alerts.takenMeans')}</Typography.Text>
          {beside.length > 0 && (
            <>
              <Typography.Text type="warning">
                {new Set(beside.map(({ caseId }) => caseId)).size > 1
                  ? t('alerts.besideMany', { n: beside.length })
                  : t('alerts.besideTaken', { count: beside.length })}
              </Typography.Text>
              <Button size="small" onClick={() => take(beside)}>
                {t('alerts.takeBeside', { count: beside.length })}
              </Button>
            </>
          )}
          {me !== null && (
            <Button
              size="small"
              onClick={() => setAsks({ what: 'reassign', alerts: done, owner: me })}
            >
              {t('alerts.giveToMe')}
            </Button>
          )}
          <Button size="small" onClick={() => setAsks({ what: 'reassign', alerts: done })}>
            {t('alerts.giveTo')}
          </Button>
        </Flex>
      )}
      {alerts.length > 0 && (
        <Flex gap="small" align="center" wrap>
          <Typography.Text type="secondary" role="status">
            {t('alerts.shown', { n: alerts.length, total: Math.max(props.total, alerts.length) })}
          </Typography.Text>
          {props.onMore && (
            <Button size="small" loading={props.isLoadingMore} onClick={props.onMore}>
              {t('alerts.more')}
            </Button>
          )}
          <Button
            size="small"
            onClick={() =>
              choose(
                alerts.map(({ id }) => id),
                true,
              )
            }
          >
            {t('alerts.selectAll')}
          </Button>
          {areSingleKeysOn && (
            <Typography.Text type="secondary" className="board-wide-only">
              {t('alerts.keys')}
            </Typography.Text>
          )}
        </Flex>
      )}
      {chosenAlerts.length > 0 && (
        <Flex gap="small" align="center" wrap className="board-bulk">
          <Typography.Text strong role="status">
            {t('alerts.selected', { n: chosenAlerts.length })}
          </Typography.Text>
          <Button type="primary" loading={acknowledge.isPending} onClick={() => take(chosenAlerts)}>
            {t('alerts.acknowledge')}
          </Button>
          <Button onClick={() => ask('reassign', chosenAlerts)}>{t('reassign.action')}</Button>
          <Button disabled={notSnoozed !== undefined} onClick={() => ask('snooze', chosenAlerts)}>
            {t('snooze.action')}
          </Button>
          {notSnoozed && <Typography.Text type="secondary">{notSnoozed}</Typography.Text>}
          <Button onClick={() => setPicked(new Set())}>{t('alerts.clear')}</Button>
        </Flex>
      )}
      {asks?.what === 'reassign' && (
        <ReassignDialog
          cases={casesOf(asks.alerts)}
          {...(asks.owner !== undefined && { owner: asks.owner })}
          onClose={() => setAsks(undefined)}
        />
      )}
      {asks?.what === 'snooze' && (
        <SnoozeDialog
          cases={casesOf(snoozable(asks.alerts).wait)}
          critical={casesOf(snoozable(asks.alerts).goOn)}
          onClose={() => setAsks(undefined)}
        />
      )}
    </Flex>
  );
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Several alerts may be about one case: it is commanded once. */
function casesOf(alerts: readonly AlertView[]) {
  return [
    ...new Map(alerts.map(({ caseId, number }) => [caseId, { id: caseId, number }])).values(),
  ];
}
