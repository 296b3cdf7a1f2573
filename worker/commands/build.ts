// npm run build: what is published, in dist/deploy, and whether it keeps to its size. BASE_URL: where it will be served.
import { buildDeploy } from './bundles.ts';
import { writeHandbook } from './handbook.ts';
import { writeOpenapi } from './openapi.ts';
import { type Size, sizes } from './sizes.ts';

writeOpenapi();
writeHandbook();
await buildDeploy(process.env.BASE_URL ?? 'https://localhost:3000');
const over: Size[] = [];
for (const size of sizes()) {
  console.log(`${size.name}：${size.kilobytes.toFixed(1)} kB，上限 ${size.most} kB`);
  if (size.kilobytes > size.most) over.push(size);
}
if (!process.env.BASE_URL) console.log('没有设 BASE_URL：dist/deploy/manifest.xml 仍指向 https://localhost:3000。');
if (over.length > 0) {
  console.error(`超过上限：${over.map(({ name }) => name).join('、')}`);
  process.exit(1);
}
