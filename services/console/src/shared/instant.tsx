import dayjs from 'dayjs';
import { memo } from 'react';
import type { PointerEvent } from 'react';

/** A point in time in the zone of whoever reads it; the whole of it, with its zone, on hover and for the ear. */
export const Instant = memo(function Instant({ at }: { at: string }) {
  const moment = dayjs(at);
  const format = moment.isSame(dayjs(), 'year') ? 'MM-DD HH:mm' : 'YYYY-MM-DD HH:mm';
  // Written when somebody points at it, by the browser itself: a list has hundreds, and a tooltip of the library costs
  // more than the row around it.
  const tellWhole = ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.title = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: 'full',
      timeStyle: 'long',
    }).format(moment.toDate());
  };
  return (
    <time dateTime={at} className="steady" onPointerEnter={tellWhole}>
      {moment.format(format)}
    </time>
  );
});
