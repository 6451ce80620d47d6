/** What people paste into fields to break pages, logs, queries and layouts. */
export const hostileTexts: readonly { title: string; text: string }[] = [
  { title: 'an image that runs a script', text: `<img src=x onerror=alert(1)>` },
  { title: 'a script that leaves an attribute', text: `"><script>alert(1)</script>` },
  { title: 'an address that is a script', text: 'javascript:alert(1)//' },
  { title: 'the end of a query', text: `' or 1=1; drop table accounts; --` },
  { title: 'a template', text: `{{constructor.constructor('alert(1)')()}}\${alert(1)}` },
  { title: 'a way to files', text: '..%2f..%2f..%2fetc%2fpasswd%00.png' },
  { title: 'letters that turn the line around', text: '\u202Egnp.exe\u2066admin' },
  { title: 'half a letter', text: 'admin\uD800' },
  { title: 'letters of many parts', text: '👩🏽‍🚒Ẑ̷͔͑à̶̡̛ļ̵g̷̖̎ó̸͎𠮷\u0000' },
  { title: 'more than any field takes', text: '扣'.repeat(10_000) },
];
