import { useTranslation } from 'react-i18next';

/** What a calendar is called, with its version; `office@1` is “office hours, version 1”. */
export function useCalendarName(): (calendar: string) => string {
  const { t, i18n } = useTranslation('board');
  return (calendar) => {
    const [id = calendar, version = ''] = calendar.split('@');
    const name = i18n.exists(`board:calendar.${id}`) ? t(`calendar.${id as 'office'}`) : id;
    return version === '' ? name : t('case.calendar', { name, version });
  };
}
