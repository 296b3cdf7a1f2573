/**
 * Programs that may frame the pane. Office on the web nests its frames, and every ancestor must be allowed. The hosts
 * of the inner frame are those that office.js itself trusts (`*.officeapps.live.com`, `*.partner.officewebapps.cn`);
 * the outer ones are SharePoint, OneDrive, the Microsoft 365 portal (`*.office.net` holds parts of it) and Teams, and
 * their counterparts of 21Vianet. On the desktop the pane is not framed.
 */
const frameAncestors = [
  "'self'",
  'https://*.officeapps.live.com',
  'https://onedrive.live.com',
  'https://*.sharepoint.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.office.net',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.partner.officewebapps.cn',
  'https://*.sharepoint.cn',
  'https://*.partner.office365.cn',
  'https://*.partner.microsoftonline.cn',
];

/** Where office.js comes from: worldwide, 21Vianet, and the MicrosoftAjax.js that it loads itself in older programs. */
const officeScripts = [
  'https://appsforoffice.microsoft.com',
  'https://appsforoffice.cdn.partner.office365.cn',
  'https://ajax.aspnetcdn.com',
];

/**
 * Of the task pane and the function file. Telemetry of office.js is not let out: nothing but our own origin is called.
 * `own`: origins of an Office Online Server, which frames the pane, and whose pages for errors office.js shows inside it.
 */
export const pagePolicy = (own: readonly string[] = []): string =>
  policy(officeScripts, ["frame-src 'self'", ...own].join(' '), [...frameAncestors, ...own]);

/** Of the page of workbooks: it has nothing to do with Office, and nobody frames it. */
export const workbooksPolicy = policy([], "frame-src 'none'", ["'none'"]);

/** Of a page that takes scripts from these sources too, and of those that may hold it in a frame. */
function policy(scripts: readonly string[], frames: string, ancestors: readonly string[]): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(' '),
    // Griffel, the styles of Fluent, inserts style elements at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    frames,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');
}

/** Of `FRAME_ANCESTORS`, parted by spaces or commas. Throws at what is no https origin: it would open the pane to anybody. */
export function ownOrigins(setting: string): readonly string[] {
  const origins = setting.split(/[\s,，]+/).filter((each) => each !== '');
  for (const origin of origins) {
    if (!/^https:\/\/(\*\.)?[\w-]+(\.[\w-]+)+(:\d+)?$/.test(origin))
      throw new Error(`FRAME_ANCESTORS 应为 https 网址，不带路径，例如 https://oos.example.cn；现在有 ${origin}`);
  }
  return origins;
}

/**
 * Browsers refuse plain http to the deployed host from then on. Not locally: localhost is one host for everything that anybody
 * runs on this machine.
 */
export const strictTransport = 'max-age=31536000';

/** Of every page. No X-Frame-Options: it knows no list, and would shut Office out. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Of answers that are data, which nobody should frame or run. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Of the preview, which is served locally only: its grid paints on canvases and keeps fonts and pictures as data. */
export const previewPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
