import { QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { queries } from '../api/queries.js';
import { SessionGate } from '../session/session-gate.js';
import { themeOf, useAppearance } from './appearance.js';
import { router } from './router.js';
import './app.css';

/** The console as a whole. */
export function App() {
  const { i18n } = useTranslation();
  const { isDark } = useAppearance();
  return (
    <ConfigProvider locale={i18n.language === 'en' ? enUS : zhCN} theme={themeOf(isDark)}>
      <Messages>
        <QueryClientProvider client={queries}>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}
