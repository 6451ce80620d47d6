import { deskFeature } from '../features/desk/feature.js';
import { casePageFeature } from '../features/case/feature.js';
import { boardFeature } from '../features/board/feature.js';
import { reportsFeature } from '../features/reports/feature.js';
import { adminFeature } from '../features/admin/feature.js';
import type { Feature } from './feature.js';

/** Every feature of the console, in no order: menus sort by themselves. */
export const features: readonly Feature[] = [
  deskFeature,
  casePageFeature,
  boardFeature,
  reportsFeature,
  adminFeature,
];

export const screens = features.flatMap((feature) => feature.screens);
