import { onDemand } from '../../shared/on-demand.js';
import { Waiting } from '../../shared/waiting.js';

/** Its trees are large: the figures are there before them. */
export const FilterBar = onDemand(
  async () => (await import('./filter-bar.js')).FilterBar,
  <Waiting height={32} />,
);
