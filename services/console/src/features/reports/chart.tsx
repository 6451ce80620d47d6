import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as register } from 'echarts/core';
import type { EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { theme } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dotAt } from './chart-dots.js';
import { legendLines } from './chart-legend.js';
import { optionOf } from './chart-options.js';
import type { ChartContent } from './chart-options.js';

// What is not named here is not loaded.
register([
  BarChart,
  LineChart,
  CustomChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  SVGRenderer,
]);

export interface ChartProps {
  content: ChartContent;
  height: number;
  /** A figure of a group was clicked; whoever has no mouse finds the same in the table. */
  onPick?: (series: string, group: number) => void;
}

/** A chart as an image with a description; drawn anew when it, its size, the theme or the language changes. */
export function Chart({ content, height, onPick }: ChartProps) {
  const { i18n } = useTranslation();
  const { token } = theme.useToken();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const shown = useRef('');
  const [width, setWidth] = useState(480);
  const pick = useEffectEvent((series: string | undefined, group: number) => {
    if (series) onPick?.(series, group);
  });
  const pickNear = useEffectEvent((drawn: EChartsType, point: [number, number]) => {
    if (!drawn.containPixel('grid', point)) return;
    const near = dotAt(content, point, (group, value) =>
      drawn.convertToPixel('grid', [group, value]),
    );
    if (near) onPick?.(near.series, near.group);
  });
  const locale = i18n.language === 'en' ? 'EN' : 'ZH';
  const [text, line, ground] = [token.colorText, token.colorBorder, token.colorBgContainer];
  const font = token.fontFamily;
  useEffect(() => {
    if (!box.current) return;
    const drawn = init(box.current, undefined, { renderer: 'svg', locale });
    chart.current = drawn;
    shown.current = '';
    let isPicked = false;
    drawn.on('click', ({ seriesId, dataIndex }) => {
      isPicked = true;
      pick(seriesId, dataIndex);
    });
    // Of every click, after what the click was on; beside a dot there is nothing that tells of it.
    drawn.getZr().on('click', ({ offsetX, offsetY }) => {
      if (!isPicked) pickNear(drawn, [offsetX, offsetY]);
      isPicked = false;
    });
    const resized = new ResizeObserver(([seen]) => {
      drawn.resize();
      if (seen) setWidth(seen.contentRect.width);
    });
    resized.observe(box.current);
    return () => {
      resized.disconnect();
      drawn.dispose();
    };
  }, [locale]);
  useEffect(() => {
    const lines = legendLines(
      content.series.map(({ name }) => name),
      width,
    );
    const told = JSON.stringify([content, text, line, ground, font, lines ?? 0]);
    // Read again and the same as before: what somebody points at stays as it is.
    if (told === shown.current) return;
    shown.current = told;
    chart.current?.setOption(optionOf(content, { text, line, ground, font }, lines), {
      notMerge: true,
    });
  }, [content, text, line, ground, font, locale, width]);
  return <div ref={box} role="img" aria-label={content.label} style={{ height }} />;
}
