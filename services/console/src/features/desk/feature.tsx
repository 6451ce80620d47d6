import type { Feature } from '../../app/feature.js';

export const deskFeature: Feature = { name: 'desk', screens: [] };
