import { useTranslation } from 'react-i18next';

/** Stands where something is loading, as high as what comes is likely to be. */
export function Waiting({ rows = 4, height }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status" aria-busy aria-label={t('state.loading')}>
      {height === undefined ? (
        Array.from({ length: rows }, (_, row) => <span key={row} />)
      ) : (
        <span style={{ height }} />
      )}
    </div>
  );
}
