import { CustomerServiceOutlined } from '@ant-design/icons';
import type { Feature, Screen } from '../../app/feature.js';

const roles: Screen['roles'] = ['agent', 'supervisor', 'manager', 'admin'];
const filers: Screen['roles'] = ['agent', 'supervisor', 'admin'];

export const deskFeature: Feature = {
  name: 'desk',
  // What it shows is loaded once there is anything.
  everywhere: { load: () => import('./filing/everywhere.js'), texts: [], roles: filers },
  screens: [
    {
      path: 'desk',
      load: () => import('./desk-screen.js'),
      roles,
      menu: { order: 10, label: 'desk', icon: <CustomerServiceOutlined /> },
    },
    {
      path: 'desk/questions',
      load: () => import('./questions/questions-screen.js'),
      texts: ['questions'],
      roles,
    },
    { path: 'desk/orders', load: () => import('./orders/orders-screen.js'), roles },
    {
      path: 'desk/alerts',
      load: () => import('./alerts/alerts-screen.js'),
      texts: ['alerts'],
      roles,
    },
  ],
};
