import { onDemand } from '../../shared/on-demand.js';
import { Waiting } from '../../shared/waiting.js';

/** The library is large: a screen and its tables are there before it. */
export const Chart = onDemand(
  async () => (await import('./chart.js')).Chart,
  ({ height }) => <Waiting height={height} />,
);
