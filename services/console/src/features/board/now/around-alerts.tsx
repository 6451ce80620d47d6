import { useQuery } from '@tanstack/react-query';
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Flex, Popover, Typography } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { onDemand } from '../../../shared/on-demand.js';
import { Panel } from '../../../shared/panel.js';
import { Waiting } from '../../../shared/waiting.js';
import { workload } from '../board-queries.js';
import type { DueClock, Workload } from '../board-types.js';
import { DueAxis } from './due-axis.js';
import type { Whose } from './whose.js';

const LoadTable = onDemand(async () => (await import('./load-table.js')).LoadTable, <Waiting />);

// An alert that comes changes neither of these: what is drawn anew with it is what it waits for.

/** What the list of alerts is, and by what it is ranked. */
export const AlertsHeading = memo(function AlertsHeading() {
  const { t } = useTranslation('board');
  return (
    <>
      <Typography.Title level={2} className="board-heading">
        {t('alerts.title')}
      </Typography.Title>
      <Typography.Text type="secondary">
        {t('alerts.basis')}{' '}
        <Popover
          trigger="click"
          content={<div className="board-explained">{t('alerts.basisMore')}</div>}
        >
          <Button
            type="text"
            size="small"
            icon={<QuestionCircleOutlined />}
            aria-label={t('alerts.basisAsk')}
          />
        </Popover>
      </Typography.Text>
    </>
  );
});

/** What is due next, and who has how much. */
export const WorkloadSide = memo(function WorkloadSide(props: {
  onLook: (clock: DueClock) => void;
}) {
  const { t } = useTranslation('board');
  const load = useQuery(workload);
  const [whose, setWhose] = useState<Whose>();
  return (
    <Flex vertical gap="middle">
      <Panel title={t('due.title')}>
        <Loaded<Workload> asked={load}>
          {(of) => <DueAxis of={of} whose={whose} onWhose={setWhose} onLook={props.onLook} />}
        </Loaded>
      </Panel>
      <Panel title={t('load.title')}>
        <Loaded<Workload> asked={load}>
          {(of) => <LoadTable of={of} whose={whose} onWhose={setWhose} />}
        </Loaded>
      </Panel>
    </Flex>
  );
});
