import { Button, Flex } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useInstallation } from './use-installation.js';

interface Credentials {
  username: string;
  password: string;
}

/** The log-ins of a demo, each a click; nothing at all anywhere else. */
export function DemoLogins({ onChosen }: { onChosen: (one: Credentials) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { data } = useInstallation();
  if (!data?.demo || data.demo.logins.length === 0) return null;
  const { logins, password } = data.demo;
  return (
    <section aria-labelledby={id} className="demo-logins">
      <p id={id}>{t('signIn.demo')}</p>
      <Flex gap="small" wrap>
        {logins.map(({ username, roles }) => (
          <Button key={username} onClick={() => onChosen({ username, password })}>
            {t('signIn.demoLogin', {
              username,
              // Who has every role is known by the first.
              role: t(`roles.${roles.includes('admin') ? 'admin' : roles[0]!}`),
            })}
          </Button>
        ))}
      </Flex>
    </section>
  );
}
