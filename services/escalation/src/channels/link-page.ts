import type { AlertView } from '#contracts';

const page = (content: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Clearline</title>
<style>
body { font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem; color: #1c2430; background: #fbfcfd; }
h1 { font-size: 1.4rem; } button { font: inherit; padding: .6rem 1.4rem; border: 0; border-radius: 4px; color: #fff; background: #1f5fbf; }
@media (prefers-color-scheme: dark) { body { color: #dfe5ec; background: #14181d; } }
</style>
</head>
<body>
${content}
</body>
</html>
`;

/** What somebody sees who follows the link of a mail: numbers, codes and names of the staff, so all of it is escaped. */
export function linkPage({ number, why, acknowledgedAt, acknowledgedBy }: AlertView): string {
  const facts = `<h1>${escaped(number)}</h1>
<p lang="zh-CN">${escaped(why.zh)}</p>
<p>${escaped(why.en)}</p>`;
  if (acknowledgedAt !== null) {
    const by = escaped(acknowledgedBy ?? '');
    return page(`${facts}
<p>${by} 已确认此提醒 / ${by} has taken it on (${escaped(acknowledgedAt)})</p>`);
  }
  return page(`${facts}
<p><button type="button">确认提醒 / Take it on</button></p>
<p role="status"></p>
<script>
const [button, status] = [document.querySelector('button'), document.querySelector('[role=status]')];
button.onclick = async () => {
  button.disabled = true;
  try {
    const { ok } = await fetch(location.href, { method: 'POST' });
    status.textContent = ok ? '已确认。/ It is yours.' : '链接已失效。/ This link is no longer valid.';
    button.hidden = true;
  } catch {
    status.textContent = '网络不通，请重试。/ No connection: try again.';
    button.disabled = false;
  }
};
</script>`);
}

/** For a link that was altered, is older than a week, or whose reader has no more alerts mailed. */
export const staleLinkPage = page(`<p lang="zh-CN">链接已失效，请登录后处理。</p>
<p>This link is no longer valid. Sign in to see your alerts.</p>`);

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
