import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Tag, Typography } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { onDemand } from '../../shared/on-demand.js';
import { usePersonName } from '../../shared/use-person-name.js';
import { loadTexts } from '../../texts/load-texts.js';
import { caseQuery } from './desk-queries.js';
import type { DeskCase } from './desk-types.js';
import { FiledRepeats } from './filed-repeats.js';
import { OwedClocks } from './owed-clocks.js';
import { Quiet } from './place-aids.js';

const FiledNext = onDemand(async () => {
  const [{ FiledNext: Next }] = await Promise.all([import('./filed-next.js'), loadTexts('alerts')]);
  return Next;
});

export interface Filed {
  caseId: string;
  number: string;
  /** What was filed. */
  statement: string;
  /** Absent when the case had not opened yet when the answer came. */
  case?: DeskCase | undefined;
}

/** What became of a complaint that was just filed: its number for the customer, how far it got, what it waits for. */
export function FiledCard({ filed, onClose }: { filed: Filed; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { data } = useQuery({
    ...caseQuery(filed.caseId),
    initialData: filed.case,
    // It opens in a moment; until then there is none at its address.
    refetchInterval: ({ state }) => (state.data ? false : 1_000),
    retry: false,
  });
  const place = useRef<HTMLDivElement>(null);
  // Whoever filed by a key may be far down the form, where it would not be seen.
  // Newer browsers answer with a promise, which is nothing to clean up by.
  useEffect(() => {
    void place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={place}>
      <Alert
        type="success"
        showIcon
        role="status"
        closable={{ onClose, 'aria-label': t('filed.close') }}
        title={
          <Flex gap="small" align="center" wrap>
            <span>{t('filed.number')}</span>
            <Typography.Text strong copyable className="steady">
              {filed.number}
            </Typography.Text>
            <Link to={`/cases/${filed.caseId}`}>{t('filed.open')}</Link>
          </Flex>
        }
        description={data ? <Outcome one={data} statement={filed.statement} /> : t('filed.opening')}
      />
    </div>
  );
}

function Outcome({ one, statement }: { one: DeskCase; statement: string }) {
  const { t } = useTranslation('desk');
  const nameOf = usePersonName();
  const names = one.missing.map((name) =>
    t(`evidence.${name}`, { ns: 'desk', defaultValue: name }),
  );
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap>
        {one.status === 'resolved' ? (
          <Tag color="green">{t('filed.atOnce')}</Tag>
        ) : (
          <span>{t('filed.stage', { stage: t(`stage.${one.stage}`) })}</span>
        )}
        {one.triage?.complaintTier === 'major' && <Tag color="red">{t('filed.major')}</Tag>}
        {one.owner !== null && <span>{t('filed.owner', { owner: nameOf(one.owner) })}</span>}
      </Flex>
      {one.status !== 'resolved' && <FiledNext one={one} statement={statement} />}
      <OwedClocks one={one} />
      <FiledRepeats caseId={one.id} />
      {one.status !== 'resolved' && names.length > 0 && (
        <Quiet text={t('clear.missing', { names: names.join(t('separator')) })} />
      )}
    </Flex>
  );
}
