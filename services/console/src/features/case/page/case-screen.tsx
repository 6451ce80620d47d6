import { Alert, Flex } from 'antd';
import { memo, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { Loaded } from '../../../shared/loaded.js';
import { useScreenKeys } from '../../../shared/screen-keys.js';
import { ActionBar } from '../actions/action-bar.js';
import { CommandDrawer } from '../actions/command-drawer.js';
import type { Asked } from '../actions/command-drawer.js';
import { MissingLine } from '../actions/missing-line.js';
import { useTimeline } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { ClockBars } from '../clocks/clock-bars.js';
import { Composer } from '../compose/composer.js';
import { takesMessages } from '../compose/first-tab.js';
import type { ComposerTab } from '../compose/first-tab.js';
import { PresenceBar } from '../presence/presence-bar.js';
import { usePresence } from '../presence/use-presence.js';
import { EvidenceCard } from '../side/evidence-card.js';
import { FactsCard } from '../side/facts-card.js';
import { FilesCard } from '../side/files-card.js';
import { LinksCard } from '../side/links-card.js';
import { PartiesCard } from '../side/parties-card.js';
import { RepeatsCard } from '../side/repeats-card.js';
import { SettlingCard } from '../side/settling-card.js';
import { WaitingCard } from '../side/waiting-card.js';
import { Timeline } from '../timeline/timeline.js';
import { withPassedStages } from '../timeline/passed-stages.js';
import { withRecipients, withWholeMessages } from '../timeline/whole-messages.js';
import { openAgain } from '../timeline/open-again.js';
import { useSeen } from '../timeline/use-seen.js';
import type { Reading } from '../timeline/use-seen.js';
import { ShownCase } from '../shown-case.js';
import { useCaseLive } from '../use-case-live.js';
import { useWords } from '../words.js';
import { CaseHeader } from './case-header.js';
import '../case.css';

/** One case: what happened, what is due and why, who else is there, and everything that can be done. */
export function Screen() {
  const { id = '' } = useParams();
  return (
    // By its address: of the case before nothing is shown.
    <ShownCase key={id} id={id}>
      {(of) =>
        // A number is as good an address; everything of the case lies under its id.
        of.id === id ? <CasePage key={id} of={of} /> : <Navigate to={`/cases/${of.id}`} replace />
      }
    </ShownCase>
  );
}

// Drawn anew when the case changes: whoever writes about it, or turns to another tab, waits for none of them.
const Header = memo(CaseHeader);
const Actions = memo(ActionBar);
const Missing = memo(MissingLine);
const History = memo(Timeline);

const Side = memo(function Side({ of, onAsk }: { of: CaseView; onAsk: (asked: Asked) => void }) {
  return (
    <Flex vertical gap="middle">
      <WaitingCard of={of} onAsk={onAsk} />
      <RepeatsCard of={of} onAsk={onAsk} />
      <ClockBars of={of} />
      <FactsCard of={of} />
      <PartiesCard of={of} onAsk={onAsk} />
      <EvidenceCard of={of} />
      <SettlingCard of={of} onAsk={onAsk} />
      <LinksCard of={of} />
      <FilesCard of={of} onAsk={onAsk} />
    </Flex>
  );
});

/** The composer, with the keys that lead into it. */
const Writing = memo(function Writing(props: {
  of: CaseView;
  reading: Reading;
  onWriting: (isWriting: boolean) => void;
}) {
  const { t } = useTranslation('casePage');
  const [tab, setTab] = useState<ComposerTab>();
  const composer = useRef<HTMLDivElement>(null);
  const write = (which: ComposerTab) => {
    setTab(which);
    // After the tab is drawn.
    requestAnimationFrame(() => composer.current?.querySelector('textarea')?.focus());
  };
  useScreenKeys([
    ...(takesMessages(props.of)
      ? [{ key: 'r', name: t('keys.reply'), act: () => write('reply') }]
      : []),
    { key: 'n', name: t('keys.note'), act: () => write('note') },
    { key: 'Ctrl+Enter', name: t('keys.send') },
  ]);
  return (
    <div ref={composer}>
      <Composer {...props} tab={tab} onTab={setTab} />
    </div>
  );
});

function CasePage({ of }: { of: CaseView }) {
  const { t } = useTranslation('casePage');
  const isLive = useCaseLive(of.id);
  const [isWriting, setWriting] = useState(false);
  const { viewers, isSeenKnown } = usePresence(of.id, isWriting);
  const timeline = useTimeline(of.id, of.version);
  const entries = useMemo(
    () => timeline.data && withPassedStages(withRecipients(withWholeMessages(timeline.data.items))),
    [timeline.data],
  );
  const reading = useSeen(of.id, entries, timeline.data?.items.at(-1)?.sequence, isSeenKnown);
  const words = useWords();
  const reopenedFor = entries && openAgain(entries);
  const [command, setCommand] = useState<Asked>();
  return (
    <Flex vertical gap="middle" className="case-page">
      <Header of={of} />
      <Flex justify="space-between" gap="small" wrap align="center">
        <Actions of={of} onAsk={setCommand} />
        <PresenceBar viewers={viewers} />
      </Flex>
      {reopenedFor && (
        <Alert
          type="warning"
          showIcon
          title={t('page.openAgain', { reason: words.code(reopenedFor) })}
        />
      )}
      <Missing of={of} />
      {!isLive && <StaleNotice />}
      <div className="case-parts">
        <Flex vertical gap="middle">
          <Writing of={of} reading={reading} onWriting={setWriting} />
          {reading.unread.length > 0 && (
            <Alert type="info" showIcon title={t('timeline.missed', { count: reading.newCount })} />
          )}
          <Loaded asked={{ ...timeline, data: entries }}>
            {(told) => <History entries={told} reading={reading} />}
          </Loaded>
        </Flex>
        <Side of={of} onAsk={setCommand} />
      </div>
      {command && (
        <CommandDrawer
          key={`${command.command} ${JSON.stringify(command.preset)}`}
          asked={command}
          of={of}
          onClose={() => setCommand(undefined)}
        />
      )}
    </Flex>
  );
}

/** A stream that is only just being opened is not interrupted: it is told after a while. */
function StaleNotice() {
  const { t } = useTranslation();
  return <Alert className="case-stale" type="warning" showIcon title={t('state.stale')} />;
}
