import type { Feature } from '../../app/feature.js';

export const casePageFeature: Feature = { name: 'case', screens: [] };
