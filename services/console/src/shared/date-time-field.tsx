import { DatePicker } from 'antd';
import type { DatePickerProps } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { notAfter, readInstant } from './read-instant.js';
import type { DayAlone } from './read-instant.js';
import { nowByServer, useToday } from './server-time.js';
import { isUnread, unread } from './unread.js';

const format = 'YYYY-MM-DD HH:mm';
/** Whoever composes with an input method chooses a word with it. */
const isEnter = ({ key, nativeEvent }: KeyboardEvent) =>
  key === 'Enter' && !nativeEvent.isComposing;

interface Props {
  id?: string;
  className?: string;
  'aria-label'?: string;
  placeholder?: string;
  value?: Dayjs | null;
  /** Null for none; `isUnread` of what is typed and cannot be read. */
  onChange?: (value: Dayjs | null) => void;
  /** What is typed and cannot be read, where somebody wants to repeat it. */
  onUnread?: (text: string) => void;
  dayAlone?: DayAlone;
  /** It has happened: today, an hour that is to come is now. */
  isPast?: boolean;
  /** Whether the calendar offers the present instant; it does unless told otherwise. */
  showNow?: boolean;
  presets?: NonNullable<DatePickerProps['presets']>;
  /** Days that cannot be meant, chosen or typed. */
  disabledDate?: (day: Dayjs) => boolean;
}

/**
 * A day and a time, typed or chosen, the same in every form. What is chosen counts at once. What is typed counts as it
 * reads on Enter and when the field is left, which pressing a button does too; until then nothing is made of half of it.
 */
export function DateTimeField(props: Props) {
  const { t } = useTranslation();
  const { value, onChange, onUnread, dayAlone = 'noon', isPast = false, ...rest } = props;
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const given = value ?? null;
  const isLost = isUnread(given);
  // What is left in the box while it cannot be read stands beside the value before it; once it is gone, so is the box.
  const [kept, setKept] = useState({ readable: isLost ? null : given, isLost, round: 0 });
  if (kept.isLost !== isLost || (!isLost && kept.readable !== given)) {
    setKept({
      readable: isLost ? kept.readable : given,
      isLost,
      round: kept.isLost && given === null ? kept.round + 1 : kept.round,
    });
  }
  const { readable, round } = kept;
  // The calendar gives what was chosen in it once more as it closes: what was typed after that counts.
  const isTyped = useRef(false);
  const change = (meant: Dayjs | null) => {
    onChange?.(meant && isPast ? dayjs(notAfter(meant.toDate(), nowByServer().toDate())) : meant);
  };
  const read = () => {
    const text = place.current?.querySelector('input')?.value.trim() ?? '';
    if (!isLost && text === (readable?.format(format) ?? '')) return;
    isTyped.current = true;
    if (text === '') return change(null);
    const found = readInstant(text, dayAlone);
    take(found && dayjs(found), text);
  };
  const take = (meant: Dayjs | undefined, text: string) => {
    if (meant && rest.disabledDate?.(meant) !== true) return change(meant);
    onChange?.(unread());
    onUnread?.(text);
  };
  // What happens in the calendar comes by here as well.
  const isBox = (target: EventTarget) =>
    target instanceof HTMLInputElement && place.current?.contains(target) === true;
  const end = (event: KeyboardEvent) => {
    if (!isEnter(event) || !isBox(event.target)) return;
    read();
    setIsOpen(false);
    // It ends what is typed: it sends no form, and opens no calendar.
    event.preventDefault();
  };
  const leave = ({ target }: FocusEvent) => {
    if (isBox(target)) read();
  };
  const noon = useToday().hour(12);
  return (
    <span ref={place} onBlur={leave} onKeyDownCapture={end}>
      <DatePicker
        key={round}
        placeholder={t('time.choose')}
        {...rest}
        format={format}
        showTime={{
          format: 'HH:mm',
          defaultOpenValue: dayAlone === 'noon' ? noon : noon.startOf('day'),
        }}
        needConfirm={false}
        // The pointer may rest where the calendar opens: the day below it is not what was typed.
        previewValue={false}
        open={isOpen}
        onOpenChange={setIsOpen}
        preserveInvalidOnBlur
        value={readable}
        {...(isLost && { status: 'error' as const })}
        onCalendarChange={(chosen) => {
          isTyped.current = false;
          if (dayjs.isDayjs(chosen)) take(chosen, chosen.format(format));
        }}
        onChange={(chosen) => {
          if (chosen === null || !isTyped.current) change(chosen);
        }}
      />
    </span>
  );
}
