// npm run format: puts every file into the format that `npm run check` asks for, and mends what the linter can mend safely.
import { spawnSync } from 'node:child_process';

const biome = 'node_modules/@biomejs/biome/bin/biome';
const { status } = spawnSync(process.execPath, [biome, 'check', '--write', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
