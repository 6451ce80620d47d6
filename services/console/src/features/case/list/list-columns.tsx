import type { TableColumnsType } from 'antd';
import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Countdown } from '../../../shared/countdown.js';
import { foremost, isLate } from '../../../shared/foremost-clock.js';
import { Instant } from '../../../shared/instant.js';
import { Mark } from '../../../shared/mark.js';
import { useClockName } from '../clocks/clock-bars.js';
import { useWords } from '../words.js';
import { CaseMarks } from './case-marks.js';
import type { ColumnName } from './list-address.js';
import type { FoundComplaint, ListedCase } from './use-cases.js';

const colours = { low: 'plain', normal: 'plain', high: 'orange', critical: 'red' } as const;

type Draw<T> = (one: T) => ReactNode;
interface Cell {
  width: number;
  draw: Draw<ListedCase>;
}

/** Drawn again when its case or what draws it changes: a table that moves its rows leaves them as they are. */
const Drawn = memo(function Drawn({ one, draw }: { one: ListedCase; draw: Draw<ListedCase> }) {
  return draw(one);
});

/** What stands in each column; the same until the language or the organisation changes. */
function useCells(): Record<ColumnName, Cell> {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const clockName = useClockName();
  return useMemo(
    () => ({
      number: {
        width: 150,
        draw: ({ id, number }) => (
          <Link to={`/cases/${id}`} className="steady">
            {number}
          </Link>
        ),
      },
      status: { width: 100, draw: ({ status }) => <Mark>{words.code(status)}</Mark> },
      stage: { width: 110, draw: ({ stage }) => words.code(stage) },
      priority: {
        width: 100,
        draw: ({ priority }) => <Mark colour={colours[priority]}>{words.code(priority)}</Mark>,
      },
      category: { width: 150, draw: ({ category }) => words.category(category) },
      due: {
        width: 320,
        draw: (one) => {
          const clock = foremost(one);
          if (!clock) {
            return (
              <>
                <CaseMarks of={one} />
                <span className="quiet">{t('list.nothingDue')}</span>
              </>
            );
          }
          return (
            <>
              {/* The time first: it is what a narrow column must not cut off. */}
              <Countdown clock={isLate(clock) ? { ...clock, state: 'running' } : clock} />{' '}
              <CaseMarks of={one} />
              <span className="quiet">{clockName(clock)}</span>
            </>
          );
        },
      },
      owner: {
        width: 110,
        draw: ({ owner }) => (owner ? words.person(owner) : t('value.noOwner')),
      },
      unit: { width: 140, draw: ({ unit }) => words.unit(unit) },
      tier: { width: 120, draw: ({ tier }) => words.code(tier) },
      channel: { width: 100, draw: ({ channel }) => words.code(channel) },
      queue: { width: 120, draw: ({ queue }) => queue ?? t('value.none') },
      receivedAt: { width: 130, draw: ({ receivedAt }) => <Instant at={receivedAt} /> },
    }),
    [t, words, clockName],
  );
}

/** The columns of the list, those that were chosen in their own order. */
export function useListColumns(chosen: readonly ColumnName[]): TableColumnsType<ListedCase> {
  const { t } = useTranslation('casePage');
  const cells = useCells();
  const names = chosen.join();
  return useMemo(
    () =>
      names.split(',').map((part) => {
        const name = part as ColumnName;
        return {
          key: name,
          title: t(`list.columns.${name}`),
          width: cells[name].width,
          ellipsis: true,
          render: (_value, one) => <Drawn one={one} draw={cells[name].draw} />,
        };
      }),
    [t, cells, names],
  );
}

/** Of what a search found: how the case of each stands, and what was said, since that is what was searched. */
export function useFoundColumns(
  cases: ReadonlyMap<string, ListedCase>,
): TableColumnsType<FoundComplaint> {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const cells = useCells();
  return useMemo(() => {
    const ofCase = (name: 'status' | 'stage' | 'due' | 'owner' | 'unit') => ({
      key: name,
      title: t(`list.columns.${name}`),
      width: Math.min(cells[name].width, 240),
      ellipsis: true,
      render: (_value: unknown, { complaintId }: FoundComplaint) => {
        const one = cases.get(complaintId);
        return one && <Drawn one={one} draw={cells[name].draw} />;
      },
    });
    return [
      {
        key: 'number',
        title: t('list.columns.number'),
        width: 150,
        render: (_value, { complaintId, number }) => (
          <Link to={`/cases/${complaintId}`} className="steady">
            {number}
          </Link>
        ),
      },
      ofCase('status'),
      ofCase('stage'),
      ofCase('due'),
      ofCase('owner'),
      ofCase('unit'),
      {
        key: 'statement',
        title: t('list.statement'),
        // Beside the others within the width of a common screen.
        width: 280,
        ellipsis: true,
        render: (_value, { statement }) => statement,
      },
      {
        key: 'category',
        title: t('list.columns.category'),
        width: 150,
        ellipsis: true,
        render: (_value, { category }) => words.category(category),
      },
      {
        key: 'receivedAt',
        title: t('list.columns.receivedAt'),
        width: 130,
        render: (_value, { receivedAt }) => <Instant at={receivedAt} />,
      },
    ];
  }, [t, words, cells, cases]);
}
