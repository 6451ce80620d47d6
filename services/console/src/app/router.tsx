import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import type { Namespace } from '../texts/resources.js';
import { loadTexts } from '../texts/load-texts.js';
import type { Screen } from './feature.js';
import { features } from './features.js';
import { FailedPage, MissingPage } from './missing-page.js';
import { guarded } from './role-guard.js';
import { Shell } from './shell.js';
import { StartPage } from './start-page.js';

/** Its code and its texts, at the same time. */
async function loadScreen(
  name: Namespace,
  { load, texts = [], roles }: Screen,
): Promise<ComponentType> {
  const [{ Screen }] = await Promise.all([load(), ...[name, ...texts].map(loadTexts)]);
  return guarded(Screen, roles);
}

/** Every address is a link that somebody may send to somebody else. */
export const router = createBrowserRouter(
  [
    {
      element: <Shell />,
      errorElement: <FailedPage />,
      children: [
        { index: true, element: <StartPage /> },
        ...features.flatMap(({ name, screens }) =>
          screens.map((screen) => ({
            path: screen.path,
            errorElement: <FailedPage />,
            lazy: async () => ({ Component: await loadScreen(name, screen) }),
          })),
        ),
        { path: '*', element: <MissingPage /> },
      ],
    },
  ],
  { basename: '/app' },
);
