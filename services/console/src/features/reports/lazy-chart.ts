import { lazy } from 'react';

/** The library is large: a screen and its tables are there before it. */
export const Chart = lazy(async () => ({ default: (await import('./chart.js')).Chart }));
