// npm run build: what is published, in dist/deploy, and whether it keeps to its size. BASE_URL: where it will be served.
import { buildPublished } from './published.ts';

await buildPublished(process.env.BASE_URL ?? 'https://localhost:3000');
if (!process.env.BASE_URL) console.log('没有设 BASE_URL：dist/deploy/manifest.xml 仍指向 https://localhost:3000。');
