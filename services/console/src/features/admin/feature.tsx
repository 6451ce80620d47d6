import { SettingOutlined } from '@ant-design/icons';
import type { Feature } from '../../app/feature.js';

const roles = ['supervisor', 'manager', 'admin'] as const;
const load = () => import('./admin-screen.js');
const texts = ['questions'] as const;

/** What the product goes by and how it fares: a screen with a section for each, by role. */
export const adminFeature: Feature = {
  name: 'admin',
  screens: [
    {
      path: 'administration',
      ...{ load, roles, texts },
      menu: { order: 50, label: 'administration', icon: <SettingOutlined /> },
    },
    { path: 'administration/:section', load, roles, texts },
  ],
};
