import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { SessionGate } from '../session/session-gate.js';
import { onDemand } from '../shared/on-demand.js';
import { useUnsaid } from '../shared/say.js';
import { styleName, themeOf, useAppearance } from './appearance.js';
import { Router } from './router.js';
import 'antd/dist/antd.css';
import './app.css';

const Speaker = onDemand(async () => (await import('./speaker.js')).Speaker);

/** The console as a whole. */
export function App() {
  const { i18n } = useTranslation();
  const { isDark } = useAppearance();
  return (
    <ConfigProvider locale={i18n.language === 'en' ? enUS : zhCN} theme={themeOf(isDark)}>
      <div className={`console ${styleName} ${isDark ? 'dark' : 'light'}`}>
        <QueryClientProvider client={queries}>
          <SessionGate>
            <Router />
          </SessionGate>
        </QueryClientProvider>
        <Sayings />
      </div>
    </ConfigProvider>
  );
}

/** From the first word on. */
function Sayings() {
  const [isUsed, setIsUsed] = useState(false);
  const unsaid = useUnsaid();
  if (!isUsed && unsaid.length > 0) setIsUsed(true);
  return isUsed && <Speaker />;
}
