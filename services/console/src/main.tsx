import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { LoadFailed } from './app/screen-code.js';
import { loadTexts } from './texts/load-texts.js';

// Whoever opens the bare address sees the console; its own addresses lie below /app/.
if (!location.pathname.startsWith('/app/')) history.replaceState(null, '', '/app/');

await loadTexts('common');
createRoot(document.getElementById('root')!, {
  // The browser has said so already, and the page says it where it stands.
  onCaughtError: (error) => {
    if (!(error instanceof LoadFailed)) console.error(error);
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
