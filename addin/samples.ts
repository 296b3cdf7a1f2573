/** The city to try, which is served beside the page on this machine alone. */
import type { FindSample } from './rollups.tsx';

const folder = '/samples/city/';

/** Where nothing is served, nothing is asked for. The second call rejects where a file does not come. */
export const findSample: FindSample = async () => {
  if (!import.meta.env.SAMPLES) return null;
  const answer = await fetch(`${folder}index.json`);
  const isList = answer.ok && (answer.headers.get('content-type') ?? '').includes('json');
  if (!isList) return null;
  const listed = (await answer.json()) as readonly { readonly file: string }[];
  return () => Promise.all(listed.map(({ file }) => sourceOf(file)));
};

async function sourceOf(name: string) {
  const answer = await fetch(folder + encodeURIComponent(name));
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return { path: name, file: new File([await answer.blob()], name) };
}
