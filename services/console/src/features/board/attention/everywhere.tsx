import { BellOutlined, MutedOutlined, SoundOutlined } from '@ant-design/icons';
import { Button, Popover, Spin } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStream } from '../../../api/use-stream.js';
import { useSession } from '../../../session/session.js';
import { alertTypes } from '../../../shared/alerts/alert-facts.js';
import { onDemand } from '../../../shared/on-demand.js';
import { toldOf } from './announcement.js';
import type { ToldAlert } from './announcement.js';
import { useAnnouncements } from './use-announcements.js';
import { isOurTurn, useTurn } from './use-turn.js';
import { useWishes } from './wishes.js';

const AttentionPanel = onDemand(
  async () => (await import('./attention-panel.js')).AttentionPanel,
  <Spin />,
);

const icons = {
  sound: <SoundOutlined />,
  desktop: <BellOutlined />,
  quiet: <MutedOutlined />,
};

/** Announces the alerts of whoever is signed in, whichever screen is open, and says whether that is heard. */
export function Everywhere() {
  const { t } = useTranslation('attention');
  const { sound, desktop } = useWishes();
  const { hear, said } = useAnnouncements();
  const { isOurs, isFollowing, onLive } = useTurn();
  const state = sound ? 'sound' : desktop ? 'desktop' : 'quiet';
  return (
    <>
      {isFollowing && <Hearing {...{ hear, onLive }} inBackground={isOurs} />}
      <Popover trigger="click" placement="bottomRight" content={<AttentionPanel />}>
        <Button
          icon={icons[state]}
          type={state === 'quiet' ? 'dashed' : 'default'}
          aria-label={t(`is.${state}`)}
          title={t(`is.${state}`)}
        />
      </Popover>
      <div role="log" aria-label={t('log')} className="unseen">
        {said?.words.map((words, index) => (
          <p key={`${said.count} ${index}`}>{words}</p>
        ))}
      </div>
    </>
  );
}

/** The stream of alerts, while this tab announces or is about to. */
function Hearing(props: {
  hear: (told: ToldAlert) => void;
  onLive: (isLive: boolean) => void;
  inBackground: boolean;
}) {
  const { hear, onLive, inBackground } = props;
  const session = useSession();
  const isLive = useStream(
    '/api/v1/streams/alerts',
    alertTypes,
    (event) => {
      const told = toldOf(event, session);
      if (told && isOurTurn()) hear(told);
    },
    // What could not be taken up again is seen on the board.
    () => undefined,
    // Sound and notification are for whoever looks elsewhere.
    inBackground,
  );
  useEffect(() => onLive(isLive), [isLive, onLive]);
  return null;
}
