import { useLocation } from 'react-router';
import { onDemand } from '../../../shared/on-demand.js';
import { loadTexts } from '../../../texts/load-texts.js';
import { useOngoingFiling } from './use-ongoing-filing.js';

const FilingNotice = onDemand(async () => {
  const [{ FilingNotice: Notice }] = await Promise.all([
    import('./filing-notice.js'),
    loadTexts('filing'),
  ]);
  return Notice;
});

/** What becomes of a complaint that did not arrive at once, on every screen but the desk, which says it beside the form. */
export function Everywhere() {
  const { pathname } = useLocation();
  const { failureCount, filed } = useOngoingFiling().state;
  const isTold = failureCount > 0 || filed !== undefined;
  return isTold && pathname !== '/desk' ? <FilingNotice /> : null;
}
