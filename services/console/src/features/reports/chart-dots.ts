import type { ChartContent } from './chart-options.js';

/** Where a value of a group stands on the screen. */
type Placing = (group: number, value: number) => readonly number[] | undefined;

/** A dot is small: whoever comes as near as this, or as near to its whisker, means it. */
const reach = 12;

/** The dot at a point of a chart, or the one whose whisker is there. */
export function dotAt(
  { series }: Pick<ChartContent, 'series'>,
  [x, y]: readonly [number, number],
  placed: Placing,
): { series: string; group: number } | undefined {
  const near = series.flatMap(({ id, draws, values, intervals }) => {
    if (draws !== 'line') return [];
    return values.flatMap((value, group) => {
      if (value === null) return [];
      const { low, high } = intervals?.[group] ?? {};
      const [left = NaN, top = NaN] = placed(group, high ?? value) ?? [];
      const [, bottom = NaN] = placed(group, low ?? value) ?? [];
      const aside = Math.abs(x - left);
      const isThere = aside <= reach && y >= top - reach && y <= bottom + reach;
      return isThere ? [{ series: id, group, aside }] : [];
    });
  });
  const [nearest] = near.sort((one, other) => one.aside - other.aside);
  return nearest && { series: nearest.series, group: nearest.group };
}
