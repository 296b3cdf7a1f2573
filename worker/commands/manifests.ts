const local = 'https://localhost:3000';

/**
 * The id of what is deployed, for good: Excel keeps the settings in people's workbooks under it. manifest.xml has another, so that a
 * machine with both does not take one for the other.
 */
const deployedId = '6d0c3a52-8f3e-4a57-9d0b-2b5b1e7c41f0';

/** What manifest.xml adds to names; with both loaded a person can tell them apart. */
const localNames = ['（本机）', ' (this computer)'];

/** The manifest for a deployment at `baseUrl`, an https origin; at localhost only the port is another. Throws when it is none. */
export function deployedManifest(manifest: string, baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  // Office takes add-ins from https only; the pane calls /api of its own origin, so it cannot lie below a path.
  if (url?.protocol !== 'https:' || url.href !== `${url.origin}/`) {
    throw new Error(`BASE_URL 应为 https 网址，不带路径，例如 https://sanshe.example.cn；现在是 ${baseUrl}`);
  }
  const addressed = manifest.replaceAll(local, url.origin);
  if (url.hostname === 'localhost') return addressed;
  return localNames
    .reduce((text, name) => text.replaceAll(name, ''), addressed)
    .replace(/<Id>[^<]+/, `<Id>${deployedId}`);
}
