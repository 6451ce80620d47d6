/** What somebody sees who opens the address in a browser. */
export const frontPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clearline</title>
<style>
body { font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #1c2430; background: #fbfcfd; }
h1 { font-size: 1.6rem; } code { background: #eef1f4; padding: .1em .3em; border-radius: 3px; }
@media (prefers-color-scheme: dark) { body { color: #dfe5ec; background: #14181d; } code { background: #232a32; } a { color: #8ab8ff; } }
</style>
</head>
<body>
<h1>Clearline</h1>
<p>Complaints, SLA clocks, satisfaction and churn signals for a service hotline.</p>
<p lang="zh-CN">服务热线的投诉、时限、满意度与流失预警。</p>
<ul>
<li><a href="/api/v1/openapi.json">OpenAPI</a> and <a href="/api/v1/asyncapi.json">AsyncAPI</a> / 接口描述</li>
<li><a href="/health/ready">Readiness</a> / 就绪状态</li>
<li>Sign in / 登录: <code>POST /api/v1/login</code></li>
<li>Reports / 报表: <code>GET /api/v1/reports</code></li>
</ul>
</body>
</html>
`;
