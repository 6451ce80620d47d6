import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { isSameTime, ownZone, zonedText, zoneName } from './zoned-text.js';

/** When something is due, in its own zone and in the reader's: nothing where both are the same. */
export function BothZones({ at, zone }: { at: string; zone: string }) {
  const { t, i18n } = useTranslation();
  const here = ownZone();
  if (isSameTime(at, zone, here)) return null;
  const said = (of: string) => ({
    minute: zonedText(at, of).slice(0, 16),
    name: zoneName(of, i18n.language, at),
  });
  return (
    <Typography.Paragraph>
      {t('zones.both', { there: said(zone), here: said(here) })}
    </Typography.Paragraph>
  );
}
