import { loadTexts } from '../../texts/load-texts.js';
import { onDemand } from '../on-demand.js';

/** The window with somebody's sessions, loaded with its texts when it is first opened. */
export const SessionsWindow = onDemand(async () => {
  const [{ SessionsWindow: Window }] = await Promise.all([
    import('./sessions-window.js'),
    loadTexts('sessions'),
  ]);
  return Window;
});
