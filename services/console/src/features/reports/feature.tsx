import type { Feature } from '../../app/feature.js';

export const reportsFeature: Feature = { name: 'reports', screens: [] };
