/** The samples of the repository, as they are served beside this page. */

export interface Sample {
  readonly file: string;
  readonly title: string;
}

/** None when they are not served. */
export async function readSamples(): Promise<readonly Sample[]> {
  const response = await fetch('samples/index.json').catch(() => null);
  return response?.ok ? ((await response.json()) as Sample[]) : [];
}

export async function readSample(file: string): Promise<Uint8Array> {
  const response = await fetch(`samples/${encodeURIComponent(file)}`);
  if (!response.ok) throw new Error(`找不到样例“${file}”。请从列表中另选一个。`);
  return new Uint8Array(await response.arrayBuffer());
}
