import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../../../shared/use-organisation.js';

/** What a case of an incident is about: one that is about something else than the case that stands for it is marked. */
export function CategoryCell(props: {
  id: string;
  /** The case that stands for the incident. */
  of: string;
  categories: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation('board');
  const { categoryName } = useOrganisation();
  const { id, of, categories } = props;
  const category = categories.get(id);
  if (category === undefined) return null;
  const name = categoryName(category);
  const stands = categories.get(of);
  return stands === undefined || stands === category ? (
    name
  ) : (
    <Typography.Text type="warning">{t('incidents.differs', { category: name })}</Typography.Text>
  );
}
