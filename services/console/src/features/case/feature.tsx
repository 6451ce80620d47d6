import { FolderOpenOutlined } from '@ant-design/icons';
import type { Feature } from '../../app/feature.js';

const desks = ['agent', 'supervisor', 'manager', 'admin'] as const;

export const casePageFeature: Feature = {
  name: 'casePage',
  screens: [
    {
      path: 'cases',
      load: () => import('./list/case-list-screen.js'),
      roles: desks,
      menu: { order: 20, label: 'cases', icon: <FolderOpenOutlined /> },
    },
    {
      path: 'cases/:id',
      load: () => import('./page/case-screen.js'),
      texts: ['foretold'],
      roles: desks,
    },
    { path: 'cases/:id/print', load: () => import('./print/print-screen.js'), roles: desks },
  ],
};
