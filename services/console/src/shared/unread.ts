import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';

/** What a field holds in which something is typed that is no instant: a form is not sent with it. */
export const unread = (): Dayjs => dayjs(Number.NaN);

/** Whether something is typed that could not be read. */
export const isUnread = (value: { isValid: () => boolean } | null | undefined): boolean =>
  value !== null && value !== undefined && !value.isValid();

/** The rule of a form for a field with an instant: what cannot be read refuses sending, and says so. */
export const readRule = (message: string) => ({
  validator: (_rule: unknown, value?: Dayjs | null) =>
    isUnread(value) ? Promise.reject(new Error(message)) : Promise.resolve(),
});
