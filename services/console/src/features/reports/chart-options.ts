import type { EChartsCoreOption } from 'echarts/core';
import { topBelow } from './chart-legend.js';

export interface ChartSeries {
  /** What is told of when it is clicked; no other series of the chart has it. */
  id: string;
  name: string;
  colour: string;
  values: readonly (number | null)[];
  draws: 'bar' | 'line' | 'dashed';
  isStacked?: boolean;
  /** Of each value that rests on too little to be used: the words that say so. */
  warnings?: readonly (string | undefined)[];
  /** From where to where a value may lie. */
  intervals?: readonly { low: number | null; high: number | null }[];
}

export interface ChartContent {
  /** For those who do not see it. */
  label: string;
  groups: readonly string[];
  /** Only what follows in time is joined by a line. */
  isOverTime: boolean;
  series: readonly ChartSeries[];
  format: (value: number) => string;
  /** How values are written along their axis, where that is shorter. */
  tick?: (value: number) => string;
  /** From tick to tick; absent where any step of ten is round. */
  step?: number;
  /** Where the axis ends; absent where it goes by the highest value. */
  most?: number;
  /** Bars lie, where groups have long names. */
  isLying?: boolean;
}

export interface ChartInk {
  text: string;
  line: string;
  ground: string;
  font: string;
}

const mostNamed = 36;
const mostUpright = 4;
/** One of a thousand is to be seen too. */
const leastBar = 3;
const flat = { animation: false } as const;

/** What ECharts draws of it; `lines` are those of the legend, where it is not turned over. */
export function optionOf(content: ChartContent, ink: ChartInk, lines?: number): EChartsCoreOption {
  const { label, groups, series, format, most, isLying, tick, step } = content;
  const groupAxis = {
    type: 'category',
    data: groups,
    axisLabel: {
      color: ink.text,
      width: isLying ? 220 : 140,
      overflow: 'truncate',
      ...spacingOf(content),
    },
    axisLine: { lineStyle: { color: ink.line } },
    ...(isLying && { inverse: true }),
  };
  const valueAxis = {
    type: 'value',
    min: 0,
    max: most,
    minInterval: most === undefined ? 1 : undefined,
    interval: step,
    axisLabel: { color: ink.text, formatter: tick ?? format },
    splitLine: { lineStyle: { color: ink.line } },
  };
  return {
    ...flat,
    // Patterns tell what colours cannot.
    aria: { enabled: true, label: { description: label }, decal: { show: series.length > 2 } },
    textStyle: { color: ink.text, fontFamily: ink.font },
    grid: { left: 8, right: 16, top: topBelow(lines), bottom: 8, outerBoundsMode: 'same' },
    legend: {
      type: lines === undefined ? 'scroll' : 'plain',
      top: 0,
      left: 0,
      textStyle: { color: ink.text },
      data: series.map(({ name }) => name),
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      renderMode: 'richText',
      backgroundColor: ink.ground,
      borderColor: ink.line,
      textStyle: { color: ink.text },
    },
    xAxis: isLying ? valueAxis : groupAxis,
    yAxis: isLying ? groupAxis : valueAxis,
    series: series.flatMap((one, at) => [
      // The least bar reaches into the one above it, and is seen before that.
      valuesOf(one, content, ink, (at + 1) / (series.length + 1)),
      ...whiskersOf(one),
    ]),
  };
}

/** Every one of some dozen groups has its name, aslant where they are many; of days some are enough. */
function spacingOf({ groups, isOverTime, isLying }: ChartContent): Record<string, unknown> {
  if (isOverTime || groups.length > mostNamed) return { hideOverlap: true };
  const areMany = groups.length > mostUpright && !isLying;
  return { interval: 0, hideOverlap: false, ...(areMany && { rotate: 35 }) };
}

function valuesOf(
  series: ChartSeries,
  { isOverTime: isJoined, format }: ChartContent,
  ink: ChartInk,
  place: number,
): Record<string, unknown> {
  const { id, name, colour, values, draws, isStacked, warnings } = series;
  const hollow = (at: number) =>
    warnings?.[at] !== undefined && {
      itemStyle: { color: ink.ground, borderColor: colour, borderWidth: 2 },
    };
  const points = values.map((value, at) => ({ value, ...hollow(at) }));
  const common = {
    ...{ id, name, itemStyle: { color: colour } },
    tooltip: {
      valueFormatter: (_: unknown, at: number) => {
        const value = values[at] ?? null;
        const warning = value === null ? undefined : warnings?.[at];
        return [value === null ? '–' : format(value), warning].filter(Boolean).join('  ');
      },
    },
  };
  if (draws === 'bar') {
    return {
      ...common,
      type: 'bar',
      // What is stacked has no place for nought, which would be as high as the least bar.
      data: isStacked ? values.map((value) => value || null) : warnings ? points : values,
      barMaxWidth: 28,
      cursor: 'pointer',
      ...(isStacked && { stack: 'all', barMinHeight: leastBar, z: 3 - place }),
    };
  }
  const isDashed = draws === 'dashed';
  return {
    ...common,
    type: 'line',
    symbolSize: isDashed && isJoined ? 5 : 9,
    symbol: isDashed ? 'diamond' : 'circle',
    showAllSymbol: true,
    cursor: isDashed ? 'default' : 'pointer',
    lineStyle: { color: colour, width: isJoined ? 2 : 0, type: isDashed ? 'dashed' : 'solid' },
    data: points,
  };
}

interface Drawing {
  coord: (point: readonly [number, number]) => [number, number];
  value: (dimension: number) => number;
}

/** A line from the low to the high end of each interval, with a stroke across both. */
function whiskersOf({ name, colour, intervals }: ChartSeries): Record<string, unknown>[] {
  if (!intervals) return [];
  const data = intervals.flatMap(({ low, high }, at) =>
    low === null || high === null ? [] : [[at, low, high]],
  );
  const renderItem = (_: unknown, api: Drawing) => {
    const at = api.value(0);
    const [x, low] = api.coord([at, api.value(1)]);
    const [, high] = api.coord([at, api.value(2)]);
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style: { stroke: colour, lineWidth: 1.5, opacity: 0.75 },
    });
    const children = [
      line(x, low, x, high),
      line(x - 4, low, x + 4, low),
      line(x - 4, high, x + 4, high),
    ];
    return { type: 'group', children };
  };
  // Of the same name: the legend hides both together.
  return [{ type: 'custom', name, renderItem, data, silent: true, tooltip: { show: false }, z: 1 }];
}
