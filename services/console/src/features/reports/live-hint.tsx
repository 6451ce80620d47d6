import { ReloadOutlined } from '@ant-design/icons';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Flex, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStream } from '../../api/use-stream.js';
import { hasRole, useSession } from '../../session/session.js';
import { onDemand } from '../../shared/on-demand.js';
import { useSingleKeys } from '../../shared/single-keys.js';
import { useKeys } from '../../shared/use-keys.js';
import { holdStill, useHeld } from './hold-still.js';
import { useRefresh } from './use-refresh.js';

// The figures are there before it.
const HoldSwitch = onDemand(async () => (await import('./hold-switch.js')).HoldSwitch);

const signals = [
  'clearline.satisfaction.scored.v1',
  'clearline.churn.warned.v1',
  'clearline.churn.cleared.v1',
];

/** What happens to cases is for those who may see them; nothing is drawn. */
function CaseStream(props: { onEvent: () => void; onLive: (isLive: boolean) => void }) {
  const { onEvent, onLive } = props;
  const isLive = useStream('/api/v1/streams/cases', caseEvents, onEvent, onEvent);
  useEffect(() => onLive(isLive), [isLive, onLive]);
  return null;
}

/** What reports count of a case, by any version of its event. */
const caseEvents = [
  ...['opened', 'resolved', 'closed', 'reopened', 'withdrawn', 'left-for-safety', 'safety-ended'],
  ...['assigned', 'handed-back', 'merged', 'unmerged', 'stage-completed', 'stage-overridden'],
  ...['transferred', 'transfer-accepted', 'transfer-refused', 'transfer-withdrawn'],
  ...['codes-amended', 'severity-changed', 'tier-changed', 'repeat-linked', 'repeat-ruled-out'],
  ...['order-given', 'order-answered', 'order-declined', 'order-dropped', 'order-overdue'],
  'handling-recorded',
].flatMap((name) => [1, 2, 3].map((version) => `clearline.case.${name}.v${version}`));

/**
 * Whether figures follow what happens, when they were read, and how to read them at once (`r`). Of one report that is its
 * own time, of several the earliest: none of what is shown is older.
 */
export function LiveHint(props: { readAt?: number }) {
  const { t } = useTranslation('reports');
  const client = useQueryClient();
  // Drawn again whenever something was read.
  useIsFetching({ queryKey: ['report'] });
  const seen = client
    .getQueryCache()
    .findAll({ queryKey: ['report'], type: 'active' })
    .flatMap(({ state }) => (state.dataUpdatedAt > 0 ? state.dataUpdatedAt : []));
  const readAt = props.readAt ?? (seen.length > 0 ? Math.min(...seen) : 0);
  const { soon, now } = useRefresh();
  const session = useSession();
  const areSignalsLive = useStream('/api/v1/streams/signals', signals, soon, soon);
  const seesCases = hasRole(session, ['supervisor', 'manager', 'admin']);
  const [areCasesLive, setAreCasesLive] = useState(false);
  const isLive = areSignalsLive && (areCasesLive || !seesCases);
  const isHeld = useHeld();
  useKeys({ r: now });
  const hold = (isOn: boolean) => {
    holdStill(isOn, client);
    // What happened meanwhile is read at once.
    if (!isOn) now();
  };
  const areSingleKeysOn = useSingleKeys();
  const time = readAt > 0 ? dayjs(readAt).format('HH:mm:ss') : '–';
  return (
    <Flex align="center" gap="small" className="report-actions">
      {seesCases && <CaseStream onEvent={soon} onLive={setAreCasesLive} />}
      <span role="status">
        {isHeld ? (
          <Badge status="default" text={t('live.held')} />
        ) : isLive ? (
          <Badge status="success" text={t(seesCases ? 'live.on' : 'live.signals')} />
        ) : (
          <Badge className="report-late" status="warning" text={t('live.off')} />
        )}
      </span>
      <span className="steady">{t('live.at', { time })}</span>
      <HoldSwitch isHeld={isHeld} onChange={hold} />
      <Tooltip title={t('live.refresh')}>
        <Button
          icon={<ReloadOutlined />}
          aria-label={t('live.refresh')}
          aria-keyshortcuts={areSingleKeysOn ? 'r' : undefined}
          onClick={now}
        />
      </Tooltip>
    </Flex>
  );
}
