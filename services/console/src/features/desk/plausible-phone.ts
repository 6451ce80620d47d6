const inChina = [
  /^1[3-9]\d{9}$/, // a mobile
  /^[48]00\d{7}$/, // a service number
  /^0(?:10|2\d|[3-9]\d\d)\d{7,8}$/, // a landline with its area
  /^[1-9]\d{4,7}$/, // a short number, or a landline within its area
];
const isChinese = (digits: string) => inChina.some((form) => form.test(digits));

/**
 * Whether what is typed may be a whole phone, by the forms that the server takes for one number
 * (`services/intake/src/domain/phone.ts`). Filing takes the others too: an agent is only asked to look again.
 */
export function isPlausiblePhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  const isAbroad = /^\s*(?:\+|00)/.test(text);
  const [, national] = /^86(\d{8,})$/.exec(digits) ?? [];
  if (national !== undefined) return isChinese(national) || isChinese(`0${national}`);
  if (!isAbroad) return isChinese(digits);
  // E.164 has fifteen digits at most.
  return !digits.startsWith('86') && digits.length >= 7 && digits.length <= 15;
}
