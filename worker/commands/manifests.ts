const local = 'https://localhost:3000';

/** The manifest for a deployment at `baseUrl`, an https origin. Throws when it is none. */
export function deployedManifest(manifest: string, baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  // Office takes add-ins from https only; the pane calls /api of its own origin, so it cannot lie below a path.
  if (url?.protocol !== 'https:' || url.href !== `${url.origin}/`) {
    throw new Error(`BASE_URL 应为 https 网址，不带路径，例如 https://sanshe.example.cn；现在是 ${baseUrl}`);
  }
  return manifest.replaceAll(local, url.origin);
}
