import { useDeferredValue } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../shared/loaded.js';
import { ScreenTitle } from '../../shared/screen-title.js';
import { useCase } from './case-queries.js';
import type { CaseView } from './case-queries.js';

/** The case of an address. One that cannot be shown says so in the heading: no screen is without one. */
export function ShownCase({ id, children }: { id: string; children: (of: CaseView) => ReactNode }) {
  const { t } = useTranslation('casePage');
  const asked = useCase(id);
  // A case is much to draw at once: keys that are pressed meanwhile go first. What changes in it later shows at once,
  // for the next command is given over its version.
  const isDrawn = useDeferredValue(asked.data !== undefined, false);
  const data = isDrawn ? asked.data : undefined;
  const isRefused = asked.data === undefined && asked.error !== null;
  return (
    <>
      {isRefused && <ScreenTitle title={t('page.notShown')} />}
      <Loaded asked={{ ...asked, data }}>{children}</Loaded>
    </>
  );
}
