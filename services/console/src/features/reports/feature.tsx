import { BarChartOutlined } from '@ant-design/icons';
import type { Feature } from '../../app/feature.js';

const roles = ['bi', 'supervisor', 'manager', 'admin'] as const;

export const reportsFeature: Feature = {
  name: 'reports',
  screens: [
    {
      path: 'reports',
      load: () => import('./overview-screen.js'),
      roles,
      menu: { order: 40, label: 'reports', icon: <BarChartOutlined /> },
    },
    { path: 'reports/:report', load: () => import('./report-screen.js'), roles },
  ],
};
