import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useSearchNow } from '../../shared/use-search-now.js';
import { useServerTime } from '../../shared/server-time.js';
import { ownZone } from '../../shared/time-zones.js';
import { dateIn } from './period.js';
import type { Period, Span } from './period.js';
import { changedState, fixedDays, readState, stateElsewhere, writeState } from './report-state.js';
import type { OwnSlices, ReportState, StateChange } from './report-state.js';

export interface StateOfAddress {
  state: ReportState;
  /** Goes to the address of another state; the browser's way back leads to this one. */
  change: (change: StateChange) => void;
  /** The address of this screen in another state. */
  addressWith: (change: Partial<ReportState>) => string;
  /** The address of another report over the same cases; the period, unless it is the one that is shown at first. */
  addressOf: (report: string | undefined, change?: Partial<ReportState>) => string;
}

/** What a screen of reports shows, as its address says. */
export function useReportState(firstPeriod: Period, slices: OwnSlices = {}): StateOfAddress {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const searchNow = useSearchNow();
  const first = { period: firstPeriod, timeZone: ownZone, ...slices };
  const state = readState(search, first);
  // A second choice may come before the first is drawn: it is added to what the address says, not to what is seen.
  const change = (by: StateChange) => {
    const shown = readState(searchNow(), first);
    return void navigate(`${pathname}?${writeState(changedState(shown, by)).toString()}`);
  };
  const addressWith = (change: Partial<ReportState>) =>
    `${pathname}?${writeState(changedState(state, change)).toString()}`;
  return {
    state,
    addressWith,
    change,
    addressOf: (report, change) => {
      const elsewhere = stateElsewhere(state, firstPeriod, change?.period === 'all');
      const parameters = writeState(changedState(elsewhere, change ?? {}));
      const isFirst = state.period === firstPeriod && state.kept === undefined;
      if (isFirst && !change?.period) parameters.delete('period');
      return `/reports${report ? `/${report}` : ''}?${parameters.toString()}`;
    },
  };
}

/** The address of the days of a period as they are today; none where they are the same tomorrow, or have no end. */
export function fixedAddress(
  { state, addressWith }: Pick<StateOfAddress, 'state' | 'addressWith'>,
  span: Span,
): string | undefined {
  const days = fixedDays(state, span);
  return days && addressWith(days);
}

/** The date by the server's clock; undefined until that was read. Whoever asks is drawn every second. */
export function useToday(timeZone: string): string | undefined {
  const now = useServerTime();
  return now === undefined ? undefined : dateIn(timeZone, now);
}
