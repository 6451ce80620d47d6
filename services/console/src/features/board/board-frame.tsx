import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { Flex, Tag } from 'antd';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useStream } from '../../api/use-stream.js';
import { alertTypes } from '../../shared/alerts/alert-facts.js';
import { ScreenTitle } from '../../shared/screen-title.js';
import { useThrottled } from '../../shared/use-throttled.js';
import { useWaiting } from './approvals/use-waiting.js';
import { boardKey, latestAlerts, workload } from './board-queries.js';
import type { AlertView } from './board-types.js';
import { heardAlert } from './now/heard-alert.js';
import './board.css';

const everyMs = 1_000;
/** Counted over all cases: read each second it would keep the server from the alerts themselves. */
const workloadEveryMs = 3_000;
/** So long does the page draw what it heard before it asks for more: asking costs it as much. */
const afterHeardMs = 50;
/** What more there is to say of alerts that are in sight already; a bound for a storm. */
const latestEveryMs = 250;
/** Read anew by themselves; whoever looks at a task force is recorded. */
const apart: readonly unknown[] = [
  ...['latest', 'workload', 'task-force', 'approvals', 'extensions', 'joins'],
];

const parts = [
  { part: 'now', to: '/board' },
  { part: 'overdue', to: '/board/overdue' },
  { part: 'approvals', to: '/board/approvals' },
  { part: 'duty', to: '/board/duty' },
  { part: 'major', to: '/board/major' },
  { part: 'incidents', to: '/board/incidents' },
] as const;

/** What stands around every part of the board: its parts, and whether it is live. */
export function BoardFrame(props: {
  title: string;
  /** How many alerts wait. */
  waiting?: number;
  extra?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation();
  const isLive = useLiveBoard();
  return (
    <Flex vertical gap="middle" className="board">
      <Flex gap="middle" align="center" className="board-bar">
        <PartNav />
        <Tag
          color={isLive ? 'green' : 'orange'}
          role="status"
          title={isLive ? undefined : common('state.stale')}
        >
          {isLive ? t('live.on') : t('live.off')}
        </Tag>
      </Flex>
      <Flex gap="middle" align="center" justify="space-between" wrap>
        <ScreenTitle title={props.title} waiting={props.waiting} className="board-title" />
        {props.extra}
      </Flex>
      {props.children}
    </Flex>
  );
}

/** By itself, as the rest is drawn anew with every alert. */
const PartNav = memo(function PartNav() {
  const { t } = useTranslation('board');
  return (
    <nav aria-label={t('nav.label')} className="part-nav">
      {parts.map(({ part, to }) => (
        <NavLink key={part} to={to} end={part === 'now'}>
          {t(`nav.${part}`)}
          {part === 'approvals' && <WaitingCount />}
        </NavLink>
      ))}
    </nav>
  );
});

/** How many wait for somebody's decision; nothing where nobody does. */
function WaitingCount() {
  const { t } = useTranslation('board');
  const waiting = useWaiting();
  if (!waiting || waiting.count === 0) return null;
  const n = waiting.isCut ? `${waiting.count}+` : String(waiting.count);
  return (
    <span className="board-count" title={t('nav.waiting', { n })}>
      {n}
    </span>
  );
}

/** Shows an alert as soon as it is heard of, and reads the board anew when one comes, climbs or is taken on. */
function useLiveBoard(): boolean {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const throttle = useThrottled(everyMs);
  const throttleLatest = useThrottled(latestEveryMs);
  const throttleWorkload = useThrottled(workloadEveryMs);
  const readAnew = () => {
    throttleLatest(() => client.invalidateQueries({ queryKey: latestAlerts.queryKey }));
    throttleWorkload(() => client.invalidateQueries({ queryKey: workload.queryKey }));
    throttle(() =>
      client.invalidateQueries({
        queryKey: boardKey,
        predicate: ({ queryKey }) => !apart.includes(queryKey[1]),
      }),
    );
  };
  return useStream(
    '/api/v1/streams/alerts',
    alertTypes,
    (event) => {
      const heard = heardAlert(event, (cause) => t(`cause.${cause}`));
      if (!heard) return readAnew();
      void showHeard(client, heard);
      setTimeout(readAnew, afterHeardMs);
    },
    readAnew,
    // Its tab counts what waits, for whoever looks elsewhere.
    true,
  );
}

/** In front of the latest; a reading that began before it was there would take it away again. */
async function showHeard(client: QueryClient, heard: AlertView): Promise<void> {
  const { queryKey } = latestAlerts;
  await client.cancelQueries({ queryKey });
  client.setQueryData(
    queryKey,
    (read) =>
      read && { ...read, items: [heard, ...read.items.filter(({ id }) => id !== heard.id)] },
  );
}
