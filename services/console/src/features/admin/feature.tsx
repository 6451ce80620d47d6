import type { Feature } from '../../app/feature.js';

export const adminFeature: Feature = { name: 'admin', screens: [] };
