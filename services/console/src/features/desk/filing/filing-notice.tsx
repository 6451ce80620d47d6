import { CheckCircleOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Flex, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { standingOf } from './ongoing-filing.js';
import { useOngoingFiling } from './use-ongoing-filing.js';

const icons = {
  retrying: <SyncOutlined />,
  refused: <WarningOutlined />,
  filed: <CheckCircleOutlined />,
};

/** In the bar over every screen: that a complaint is tried again, was refused, or was filed meanwhile. */
export function FilingNotice() {
  const { t } = useTranslation('filing');
  const is = standingOf(useOngoingFiling().state);
  return (
    <>
      <Popover trigger="click" placement="bottomRight" content={<Told />}>
        <Button icon={icons[is]} danger={is === 'refused'} title={t(`is.${is}`)}>
          <span className="shell-name">{t(`short.${is}`)}</span>
        </Button>
      </Popover>
      <span role="status" className="unseen">
        {t(`is.${is}`)}
      </span>
    </>
  );
}

function Told() {
  const { t } = useTranslation('filing');
  const { ongoing, state } = useOngoingFiling();
  const { error, filed, failureCount } = state;
  const desk = <Link to="/desk">{t('desk')}</Link>;
  if (error) {
    return (
      <Flex vertical gap="small">
        <span>{t('stillThere')}</span>
        <ProblemNotice error={error} />
        {desk}
      </Flex>
    );
  }
  if (filed && standingOf(state) === 'filed') {
    return (
      <Flex gap="small" align="center" wrap>
        <span>{t('number')}</span>
        <Link to={`/cases/${filed.caseId}`} className="steady">
          {filed.number}
        </Link>
        <Button onClick={ongoing.seen}>{t('close')}</Button>
      </Flex>
    );
  }
  return (
    <Flex vertical gap="small">
      <span>{t('tries', { count: failureCount })}</span>
      <span>{t('once')}</span>
      <Flex gap="small" align="center">
        {desk}
        <Button onClick={ongoing.stop}>{t('stop')}</Button>
      </Flex>
    </Flex>
  );
}
