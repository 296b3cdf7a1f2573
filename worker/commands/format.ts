// npm run format: puts every file into the format that `npm run check` asks for, mends what the linter can mend safely, and makes
// the handbook again from the catalogue.
import { spawnSync } from 'node:child_process';

const biome = 'node_modules/@biomejs/biome/bin/biome';
const { status } = spawnSync(process.execPath, [biome, 'check', '--write', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Not before: what was just added may not load as it stands.
const { writeHandbook } = await import('./handbook.ts');
writeHandbook();
process.exit(status ?? 1);
