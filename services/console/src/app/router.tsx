import { BrowserRouter, matchPath, Route, Routes, useLocation } from 'react-router';
import type { ReactNode } from 'react';
import { loadTexts } from '../texts/load-texts.js';
import type { Namespace } from '../texts/resources.js';
import { FailedBoundary } from './failed-boundary.js';
import type { Screen } from './feature.js';
import { features } from './features.js';
import { MissingPage } from './missing-page.js';
import { guarded } from './role-guard.js';
import { screenCode } from './screen-code.js';
import { whileLoading } from './screen-loads.js';
import { Shell } from './shell.js';
import { StartPage } from './start-page.js';

const basename = '/app';

/** Its code and its texts, at the same time. */
async function loadScreen(name: Namespace, { load, texts = [], roles }: Screen) {
  const all = Promise.all([load(), ...[name, ...texts].map(loadTexts)]);
  const [{ Screen }] = await whileLoading(all);
  return { default: guarded(Screen, roles) };
}

const routes = features.flatMap(({ name, screens }) =>
  screens.map((screen) => ({
    path: screen.path,
    ...screenCode(() => loadScreen(name, screen)),
  })),
);

// The screen that is opened first comes while the session is still asked for.
const opened = location.pathname.slice(basename.length);
routes
  .find(({ path }) => matchPath(`/${path}`, opened))
  ?.load()
  // Its boundary says so, once it is drawn.
  .catch(() => undefined);

/** Every address is a link that somebody may send to somebody else. */
export function Router() {
  return (
    <BrowserRouter basename={basename}>
      <Guarded>
        <Routes>
          <Route element={<Shell />}>
            <Route index element={<StartPage />} />
            {routes.map(({ path, Part }) => (
              <Route
                key={path}
                path={path}
                element={
                  <Guarded>
                    <Part />
                  </Guarded>
                }
              />
            ))}
            <Route path="*" element={<MissingPage />} />
          </Route>
        </Routes>
      </Guarded>
    </BrowserRouter>
  );
}

/** What fails in here does so until somebody goes elsewhere, or has it tried again. */
function Guarded({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  return <FailedBoundary at={key}>{children}</FailedBoundary>;
}
