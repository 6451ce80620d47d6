import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import type { IncidentCases } from '../board-types.js';
import { TakeBackAll } from './take-back-all.js';
import { usePersonName } from '../../../shared/use-person-name.js';

/** What the customers of an incident were told together; what has not left can be taken back. */
export function AnswersGiven({ of: { incident, cases, answers } }: { of: IncidentCases }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  if (answers.length === 0) return null;
  return (
    <Flex vertical gap="small">
      {answers.map(({ id, kind, by, at, sendAt, held, sent, undone }) => (
        <div key={id}>
          <Typography.Text>
            {t('answers.given', {
              kind: t(`answers.kinds.${kind}`),
              by: personName(by),
              held,
              sent,
              undone,
            })}
          </Typography.Text>{' '}
          <Instant at={at} />
          {held > 0 && (
            <TakeBackAll
              answers={[{ answer: id, held, sendAt }]}
              incident={incident.id}
              cases={[...cases, incident]}
            />
          )}
        </div>
      ))}
    </Flex>
  );
}
