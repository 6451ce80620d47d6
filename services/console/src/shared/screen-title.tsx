import { Typography } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What the tab and the history of the browser call the page, in the language chosen, as long as it is shown. */
export function useDocumentTitle(title: string, waiting = 0): void {
  const { t } = useTranslation();
  const product = t('product');
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${title} · ${product}`;
    return () => {
      document.title = product;
    };
  }, [title, waiting, product]);
}

/** The heading of a screen, which names its tab too. */
export function ScreenTitle(props: {
  title: string;
  /** How many wait there for somebody: told by the tab when another one is in front. */
  waiting?: number;
  className?: string;
}) {
  const { title, waiting, className = 'screen-title' } = props;
  useDocumentTitle(title, waiting);
  return (
    <Typography.Title level={1} className={className}>
      {title}
    </Typography.Title>
  );
}
