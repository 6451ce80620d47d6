import { useQuery } from '@tanstack/react-query';
import { Drawer, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../../shared/loaded.js';
import { alertOf, caseOf, clocksOf } from '../board-queries.js';
import type { CaseView, NamedCase } from '../board-types.js';
import { CaseActions } from './case-actions.js';
import { CaseFacts } from './case-facts.js';
import { ClockLedger } from './clock-ledger.js';
import { ToldSteps } from './told-steps.js';

/** What a drawer is opened for: a case, and the alert or the clock that it is looked at for. */
export interface Looked extends NamedCase {
  alertId?: string;
  /** The clock, or the kind of clock, whose ledger is open from the start. */
  clock?: string | null;
}

/** A case beside the board: why one is told of it, where it stands, and why its clocks are due when they are. */
export function CaseDrawer({ looked, onClose }: { looked: Looked; onClose: () => void }) {
  const { t } = useTranslation('board');
  const asked = useQuery(caseOf(looked.id));
  const { alertId } = looked;
  const { data: alert } = useQuery({ ...alertOf(alertId ?? ''), enabled: alertId !== undefined });
  return (
    <Drawer
      open
      title={t('case.heading', { number: looked.number })}
      size="min(720px, 100vw)"
      onClose={onClose}
      extra={<Link to={`/cases/${looked.id}`}>{t('case.open')}</Link>}
    >
      <Flex vertical gap="middle">
        {alertId && <ToldPart id={alertId} />}
        <Loaded<CaseView> asked={asked}>
          {(of) => (
            <>
              <CaseFacts of={of} {...(alert && { snoozed: alert.snoozed })} />
              <CaseActions of={of} {...(alertId && { alertId })} />
            </>
          )}
        </Loaded>
        <Clocks looked={looked} />
      </Flex>
    </Drawer>
  );
}

function ToldPart({ id }: { id: string }) {
  const asked = useQuery(alertOf(id));
  return <Loaded asked={asked}>{(alert) => <ToldSteps alert={alert} />}</Loaded>;
}

/** The clock that it is about comes first, those that run before those that have stopped. */
function Clocks({ looked: { id, clock: about } }: { looked: Looked }) {
  const { t } = useTranslation('board');
  const asked = useQuery(clocksOf(id));
  const isAbout = ({ clockId, kind }: { clockId: string; kind: string }) =>
    clockId === about || kind === about;
  const rank = (clock: { clockId: string; kind: string; state: string; stoppedAt?: string }) => {
    if (isAbout(clock)) return 0;
    return clock.stoppedAt === undefined && clock.state !== 'cancelled' ? 1 : 2;
  };
  return (
    <>
      <Typography.Title level={2} className="board-heading">
        {t('case.clocks')}
      </Typography.Title>
      <Loaded
        asked={asked}
        isEmpty={({ clocks }) => clocks.length === 0}
        empty={t('case.noClocks')}
      >
        {({ clocks }) =>
          [...clocks]
            .sort((one, other) => rank(one) - rank(other))
            .map((clock) => (
              <ClockLedger key={clock.clockId} caseId={id} clock={clock} isOpen={isAbout(clock)} />
            ))
        }
      </Loaded>
    </>
  );
}
