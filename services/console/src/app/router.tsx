import { createBrowserRouter } from 'react-router';
import { screens } from './features.js';
import { FailedPage, MissingPage } from './missing-page.js';
import { guarded } from './role-guard.js';
import { Shell } from './shell.js';
import { StartPage } from './start-page.js';

/** Every address is a link that somebody may send to somebody else. */
export const router = createBrowserRouter(
  [
    {
      element: <Shell />,
      errorElement: <FailedPage />,
      children: [
        { index: true, element: <StartPage /> },
        ...screens.map(({ path, load, roles }) => ({
          path,
          errorElement: <FailedPage />,
          lazy: async () => ({ Component: guarded((await load()).Screen, roles) }),
        })),
        { path: '*', element: <MissingPage /> },
      ],
    },
  ],
  { basename: '/app' },
);
