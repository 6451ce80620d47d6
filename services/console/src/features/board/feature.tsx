import type { Feature } from '../../app/feature.js';

export const boardFeature: Feature = { name: 'board', screens: [] };
