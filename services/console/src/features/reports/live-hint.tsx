import { ReloadOutlined } from '@ant-design/icons';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Flex, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useStream } from '../../api/use-stream.js';
import { hasRole, useSession } from '../../session/session.js';
import { onDemand } from '../../shared/on-demand.js';
import { useSingleKeys } from '../../shared/single-keys.js';
import { useKeys } from '../../shared/use-keys.js';
import { holdStill, useHeld } from './hold-still.js';
import { liveWordOf, movingCaseTypes, signalTypes } from './moving-events.js';
import type { LiveWord } from './moving-events.js';
import { useRefresh } from './use-refresh.js';

// The figures are there before it.
const HoldSwitch = onDemand(async () => (await import('./hold-switch.js')).HoldSwitch);

interface Standing {
  isHeld: boolean;
  areSignals: boolean;
}

/** What happens to cases is for those who may see them. */
function WithCases({ onEvent, ...standing }: Standing & { onEvent: () => void }) {
  const areCases = useStream('/api/v1/streams/cases', movingCaseTypes, onEvent, onEvent);
  return <LiveBadge word={liveWordOf(standing.isHeld, standing.areSignals, areCases)} />;
}

function LiveBadge({ word }: { word: LiveWord }) {
  const { t } = useTranslation('reports');
  const status = { held: 'default', off: 'warning', on: 'success', signals: 'success' } as const;
  return (
    <span role="status" title={word === 'on' ? t('live.onHint') : undefined}>
      <Badge
        status={status[word]}
        text={t(`live.${word}`)}
        className={word === 'off' ? 'report-late' : undefined}
      />
    </span>
  );
}

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
  const areSignals = useStream('/api/v1/streams/signals', signalTypes, soon, soon);
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
      {hasRole(session, ['supervisor', 'manager', 'admin']) ? (
        <WithCases {...{ isHeld, areSignals }} onEvent={soon} />
      ) : (
        <LiveBadge word={liveWordOf(isHeld, areSignals, undefined)} />
      )}
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
