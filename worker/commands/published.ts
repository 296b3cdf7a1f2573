import { buildDeploy } from './bundles.ts';
import { writeHandbook } from './handbook.ts';
import { writeOpenapi } from './openapi.ts';
import { type Size, sizes } from './sizes.ts';

/** Leaves in dist/deploy what is published, says its sizes, and ends the program where one is over its limit. `baseUrl`: where it will be served. */
export async function buildPublished(baseUrl: string): Promise<void> {
  writeOpenapi();
  writeHandbook();
  await buildDeploy(baseUrl);
  const over: Size[] = [];
  for (const size of sizes()) {
    console.log(`${size.name}：${size.kilobytes.toFixed(1)} kB，上限 ${size.most} kB`);
    if (size.kilobytes > size.most) over.push(size);
  }
  if (over.length === 0) return;
  console.error(`超过上限：${over.map(({ name }) => name).join('、')}`);
  process.exit(1);
}
