import { Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

/** A point in time in the zone of whoever reads it; the whole of it, with its zone, on hover and for the ear. */
export function Instant({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const moment = dayjs(at);
  const format = moment.isSame(dayjs(), 'year') ? 'MM-DD HH:mm' : 'YYYY-MM-DD HH:mm';
  // Only when somebody looks: a long list of instants is drawn without it.
  const whole = () =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'long' }).format(
      moment.toDate(),
    );
  return (
    <Tooltip title={whole}>
      <time dateTime={at} className="steady">
        {moment.format(format)}
      </time>
    </Tooltip>
  );
}
