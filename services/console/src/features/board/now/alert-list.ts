import type { HeldList } from '../../../shared/hold-list.js';
import type { AlertView } from '../board-types.js';
import type { Row } from './group-alerts.js';

export type AlertRow = Row<AlertView>;
export const keyOf = (row: AlertRow): string => ('alert' in row ? row.alert.id : row.storm.key);

/** A row's key, and of a storm those of its alerts: each once, or a list that is held would draw it twice. */
export const placesOf = (row: AlertRow): string[] =>
  'alert' in row ? [keyOf(row)] : [keyOf(row), ...row.storm.alerts.map(({ id }) => id)];

/** How many alerts were read, and how many wait beyond them; nothing where all were. */
export interface ReadPart {
  read: number;
  more: number;
}
export const partOf = (read: number, total: number, hasMore: boolean): ReadPart | undefined =>
  hasMore && total > read ? { read, more: total - read } : undefined;

/** What the table and the cards need of the list, whichever of them draws it. */
export interface AlertListProps {
  rows: readonly AlertRow[];
  /** Storms are made of what was read. */
  part: ReadPart | undefined;
  /** The alerts of a storm in their places, and how many wait until the list is let go. */
  insideOf: (row: AlertRow) => HeldList<AlertView>;
  onRelease: () => void;
  unfolded: ReadonlySet<string>;
  onUnfold: (key: string) => void;
  /** The keys of rows, and of alerts within those that are unfolded. */
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
  cursor: string | undefined;
  onLook: (alert: AlertView) => void;
  onAcknowledge: (alerts: readonly AlertView[]) => void;
}
