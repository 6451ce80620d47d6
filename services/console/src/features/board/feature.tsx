import { AlertOutlined } from '@ant-design/icons';
import type { Feature, Screen } from '../../app/feature.js';

const roles: Screen['roles'] = ['supervisor', 'manager', 'admin'];

/** Of the parts of the board that nobody begins with. */
const texts: Screen['texts'] = ['rooms'];

export const boardFeature: Feature = {
  name: 'board',
  everywhere: {
    load: () => import('./attention/everywhere.js'),
    texts: ['attention', 'alerts'],
    roles,
  },
  screens: [
    {
      path: 'board',
      load: () => import('./now/now-screen.js'),
      texts: ['alerts', 'foretold'],
      roles,
      menu: {
        ...{ order: 30, label: 'board', icon: <AlertOutlined /> },
        startsFor: ['supervisor', 'manager'],
      },
    },
    {
      path: 'board/overdue',
      load: () => import('./overdue-screen.js'),
      texts: ['alerts', 'foretold'],
      roles,
    },
    {
      path: 'board/approvals',
      load: () => import('./approvals/approvals-screen.js'),
      texts,
      roles,
    },
    { path: 'board/duty', load: () => import('./duty/duty-screen.js'), texts, roles },
    { path: 'board/major', load: () => import('./major/major-screen.js'), texts, roles },
    {
      path: 'board/major/:id',
      load: () => import('./major/room-screen.js'),
      texts: [...texts, 'foretold'],
      roles,
    },
    {
      path: 'board/incidents',
      load: () => import('./incidents/incidents-screen.js'),
      texts,
      roles,
    },
    {
      path: 'board/incidents/:id',
      load: () => import('./incidents/incident-screen.js'),
      texts,
      roles,
    },
  ],
};
