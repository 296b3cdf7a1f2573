// npm test: builds what the browser tests open and runs every project. `npm test -- --project engine`: only some.
import { parseCLI, startVitest, type TestModule } from 'vitest/node';
import { buildLocal } from '../worker/commands/bundles.ts';

await buildLocal();
const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await startVitest('test', filter, { ...options, config: 'test/vitest.config.ts', watch: false });
const modules = vitest.state.getTestModules();
const tests = modules.flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
// A file that cannot be loaded, a hook that throws and an error outside of any test have no test to fail: each counts as one.
const outside = modules.filter(failsItself).length + vitest.state.getUnhandledErrors().length;
const passed = count('passed');
const failed = count('failed') + outside;
if (count('skipped') > 0) console.log(`${count('skipped')} skipped`);
await vitest.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function failsItself(module: TestModule): boolean {
  const suites = [module, ...module.children.allSuites()];
  return module.state() === 'failed' && suites.some((suite) => suite.errors().length > 0);
}
