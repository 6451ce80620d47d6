import type { Period } from './period.js';
import type { OwnDimension, OwnGrouping, OwnSlices } from './report-state.js';

/** How a chart draws the groups of a report. */
export type ChartKind =
  | { draws: 'counts'; figures: readonly string[]; isStacked: boolean }
  | { draws: 'share'; share: string }
  | { draws: 'average'; average: string; unit: 'seconds' | 'cost' };

/** What is shown of a report; what it counts and what that means is the server's. */
export interface Dashboard {
  /** Figures that lead to lists; the first is the main one, by which lines go until somebody sorts them. */
  figures: readonly string[];
  shares: readonly string[];
  /** Amounts without a list. */
  amounts: readonly string[];
  averages: readonly string[];
  charts: readonly ChartKind[];
  /** What an overview says of it; its first shares, averages and figures where nothing is named. */
  headline?: readonly string[];
  firstPeriod: Period;
  /** Counts what is so now, by when that was received or began: how it was at another time nobody can say. */
  ofNow?: 'receipt' | 'level';
  takesClock?: true;
  /** What it can be sliced by beside what every report can. */
  dimensions?: readonly OwnDimension[];
  /** What it can be grouped by beside what every report can. */
  groupings?: readonly OwnGrouping[];
  /** Another report about the same: shown in all beside it. */
  beside?: string;
}

const nothing = { shares: [], amounts: [], averages: [], firstPeriod: 'last-30' } as const;
const verdicts = ['met', 'breached', 'openOverdue', 'openRunning', 'cancelled', 'withoutClock'];

export const dashboards: Readonly<Record<string, Dashboard>> = {
  volume: {
    ...nothing,
    figures: ['received', 'closed', 'merged', 'reopened', 'overridden'],
    headline: ['received', 'closed', 'merged'],
    charts: [
      { draws: 'counts', figures: ['received', 'closed'], isStacked: false },
      { draws: 'counts', figures: ['reopened', 'overridden'], isStacked: false },
    ],
  },
  backlog: {
    ...nothing,
    figures: ['open', 'overdue', 'resolved'],
    averages: ['secondsOldest', 'secondsMedianAge'],
    groupings: ['age'],
    headline: ['open', 'overdue', 'secondsOldest'],
    charts: [{ draws: 'counts', figures: ['open', 'overdue', 'resolved'], isStacked: false }],
    firstPeriod: 'all',
    ofNow: 'receipt',
  },
  'sla-attainment': {
    ...nothing,
    figures: verdicts,
    shares: ['attainment'],
    charts: [
      { draws: 'share', share: 'attainment' },
      { draws: 'counts', figures: verdicts, isStacked: true },
    ],
    takesClock: true,
    groupings: ['clock'],
  },
  satisfaction: {
    ...nothing,
    figures: ['answered', 'satisfied', 'closed', 'closedAnswered'],
    shares: ['csat', 'responseRate'],
    charts: [
      { draws: 'share', share: 'csat' },
      { draws: 'share', share: 'responseRate' },
      { draws: 'counts', figures: ['answered', 'satisfied'], isStacked: false },
    ],
  },
  churn: {
    ...nothing,
    figures: ['critical', 'warning', 'watch', 'cleared'],
    charts: [{ draws: 'counts', figures: ['critical', 'warning', 'watch'], isStacked: true }],
    beside: 'churn-factors',
  },
  'churn-levels': {
    ...nothing,
    figures: ['critical', 'warning', 'watch'],
    charts: [{ draws: 'counts', figures: ['critical', 'warning', 'watch'], isStacked: true }],
    firstPeriod: 'all',
    ofNow: 'level',
    beside: 'churn-level-factors',
  },
  handling: {
    ...nothing,
    figures: ['handled', 'overTarget', 'overLimit', 'withoutCost', 'withCost'],
    amounts: ['seconds', 'cost'],
    averages: ['secondsPerCase', 'costPerCase'],
    charts: [
      { draws: 'counts', figures: ['handled', 'overTarget', 'overLimit'], isStacked: false },
      { draws: 'average', average: 'secondsPerCase', unit: 'seconds' },
      { draws: 'average', average: 'costPerCase', unit: 'cost' },
    ],
  },
  orders: {
    ...nothing,
    figures: [
      ...['given', 'inTime', 'late', 'overdue', 'waiting', 'declined', 'dropped'],
      'neverFollowedUp',
    ],
    shares: ['closedInTime'],
    dimensions: ['owner', 'kind', 'matter', 'problemKind'],
    charts: [
      { draws: 'share', share: 'closedInTime' },
      { draws: 'counts', figures: ['inTime', 'late', 'overdue', 'waiting'], isStacked: true },
      { draws: 'counts', figures: ['neverFollowedUp'], isStacked: false },
    ],
  },
  transfers: {
    ...nothing,
    figures: ['transferred', 'accepted', 'refused', 'withdrawn', 'undecided', 'handedBack'],
    shares: ['refusalRate'],
    amounts: ['secondsHeld'],
    averages: ['secondsMedian'],
    charts: [
      {
        draws: 'counts',
        figures: ['accepted', 'refused', 'withdrawn', 'undecided'],
        isStacked: true,
      },
      { draws: 'share', share: 'refusalRate' },
      { draws: 'average', average: 'secondsMedian', unit: 'seconds' },
    ],
  },
  repeats: {
    ...nothing,
    figures: ['received', 'repeats', 'repeated'],
    shares: ['repeatRate'],
    charts: [
      { draws: 'share', share: 'repeatRate' },
      { draws: 'counts', figures: ['repeats', 'repeated'], isStacked: false },
    ],
  },
};

/** What a report can be sliced by, and grouped by, beside what every report can. */
export const slicesOf = ({ dimensions, groupings }: Dashboard): OwnSlices => ({
  own: dimensions,
  groupings,
});

/** Of a report that the server has and the console does not know yet: its figures, as they are. */
export const plainDashboard = (figures: readonly string[]): Dashboard => ({
  ...nothing,
  figures,
  charts: [{ draws: 'counts', figures, isStacked: false }],
});
