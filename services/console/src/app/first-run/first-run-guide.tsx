import { CloseOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { api, bodyOf } from '../../api/client.js';
import { useInstallation } from '../../session/use-installation.js';
import { useSession } from '../../session/session.js';
import { Panel } from '../../shared/panel.js';
import { guideOf, useGuidedCase } from './use-guided-case.js';

const starts = {
  admin: '/administration/policies',
  manager: '/reports',
  supervisor: '/board',
  agent: '/desk',
  bi: '/reports',
} as const;

const dismissedKey = ['first-run', 'dismissed'];

/** What a demo is, told once: which case to open, what to see there, what to try. Whoever put it away has it away everywhere. */
export function FirstRunGuide() {
  const { t, i18n } = useTranslation('firstRun');
  const session = useSession();
  const client = useQueryClient();
  const { pathname } = useLocation();
  const guide = guideOf(session);
  const { data: installation } = useInstallation();
  const isDemo = Boolean(installation?.demo);
  const { data: state } = useQuery({
    queryKey: dismissedKey,
    queryFn: () => bodyOf(api.GET('/api/v1/first-run')),
    enabled: isDemo,
    staleTime: Infinity,
  });
  const isShown = isDemo && state?.isDismissed === false;
  const { data: guided } = useGuidedCase(session, guide, isShown);
  const dismiss = useMutation({
    mutationFn: () => bodyOf(api.DELETE('/api/v1/first-run')),
    // Away at once; where the server did not hear of it, it comes back with the next page.
    onMutate: () => client.setQueryData(dismissedKey, { isDismissed: true }),
  });
  if (!isShown || !installation?.demo) return null;
  const perMinute = new Intl.NumberFormat(i18n.language).format(
    Math.round(installation.demo.complaintsPerSecond * 60),
  );
  return (
    <Panel
      title={t('title')}
      className="first-run"
      extra={
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('away')}
          onClick={() => dismiss.mutate()}
        />
      }
    >
      <p>{t('about', { perMinute })}</p>
      <ol className="first-run-steps">
        {guide !== 'bi' && (
          <>
            <li>
              {guided ? (
                <Link to={`/cases/${guided.id}`}>{t('openCase', { number: guided.number })}</Link>
              ) : (
                t('waiting')
              )}{' '}
              {guided && t(`why.${guided.isPastDue && guide !== 'agent' ? guide : 'next'}`)}
            </li>
            <li>{t('clocks')}</li>
          </>
        )}
        <li>
          {t(`tryIt.${guide}`)} {/* Whoever is there already needs no way. */}
          {pathname !== starts[guide] && <Link to={starts[guide]}>{t(`go.${guide}`)}</Link>}
        </li>
      </ol>
      <Flex justify="end">
        <Button type="primary" onClick={() => dismiss.mutate()}>
          {t('putAway')}
        </Button>
      </Flex>
    </Panel>
  );
}
