import { CustomerServiceOutlined } from '@ant-design/icons';
import type { Feature } from '../../app/feature.js';

export const deskFeature: Feature = {
  name: 'desk',
  screens: [
    {
      path: 'desk',
      load: () => import('./desk-screen.js'),
      roles: ['agent', 'supervisor', 'manager', 'admin'],
      menu: { order: 10, label: 'desk', icon: <CustomerServiceOutlined /> },
    },
  ],
};
