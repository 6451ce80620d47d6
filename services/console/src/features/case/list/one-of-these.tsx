import { Alert, Button, Flex, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '../words.js';
import type { ListedCase } from './use-cases.js';

/** Cases without the one that stands for them, where that was chosen with them: it joins nothing. */
export const withoutIncident = <Case extends Pick<ListedCase, 'id' | 'number'>>(
  cases: readonly Case[],
  incident: unknown,
): Case[] => cases.filter(({ id, number }) => incident !== number && incident !== id);

interface Props {
  cases: readonly ListedCase[];
  onChosen: (number: string) => void;
}

/** Begins an incident with what was chosen: one of the cases stands for the others. */
export function OneOfThese({ cases, onChosen }: Props) {
  const { t } = useTranslation('casePage');
  return (
    <Form.Item label={t('bulk.oneOfThese')} extra={t('bulk.orAnother')}>
      <Flex gap="small" wrap role="group" aria-label={t('bulk.oneOfThese')}>
        {cases.map(({ id, number }) => (
          <Button key={id} size="small" className="steady" onClick={() => onChosen(number)}>
            {number}
          </Button>
        ))}
      </Flex>
    </Form.Item>
  );
}

/** Warns before cases join that are about something else than the one that stands for them, where that was chosen too. */
export function OtherCategories({ cases }: Pick<Props, 'cases'>) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const incident: unknown = Form.useWatch('incident');
  const stands = cases.find(({ id, number }) => number === incident || id === incident);
  const others = cases.filter(({ category }) => stands && category !== stands.category);
  if (!stands || others.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="case-send"
      title={t('bulk.otherCategory', { category: words.category(stands.category) })}
      description={others
        .map(({ number, category }) =>
          t('bulk.isAbout', { number, category: words.category(category) }),
        )
        .join(t('list.comma'))}
    />
  );
}
