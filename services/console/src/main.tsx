import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { loadTexts } from './texts/load-texts.js';

// Whoever opens the bare address sees the console; its own addresses lie below /app/.
if (!location.pathname.startsWith('/app/')) history.replaceState(null, '', '/app/');

await loadTexts('common');
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
