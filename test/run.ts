// npm test: every project of tests; `npm test -- --project engine`: one. What the browser tests open is built when they are run.
// npm run test:watch: again after each edit; all but the browser tests, whose build would not follow.
import { parseCLI, startVitest, type TestModule, type Vitest } from 'vitest/node';

const { filter, options } = parseCLI(['vitest', ...process.argv.slice(2)]);
const watch = options.watch === true;
const project = options.project ?? (watch ? '!browser*' : undefined);
const vitest = await startVitest('test', filter, { ...options, config: 'test/vitest.config.ts', watch, project });
if (!watch) {
  const { passed, failed, skipped } = count(vitest);
  await vitest.close();
  if (skipped > 0) console.log(`${skipped} skipped`);
  // `.ci/run` reads this line.
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

function count({ state }: Vitest) {
  const modules = state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const those = (wanted: string) => tests.filter((test) => test.result().state === wanted).length;
  // A file that cannot be loaded, a hook that throws and an error outside of any test have no test to fail: each counts as one.
  const outside = modules.filter(failsItself).length + state.getUnhandledErrors().length;
  return { passed: those('passed'), failed: those('failed') + outside, skipped: those('skipped') };
}

function failsItself(module: TestModule): boolean {
  const suites = [module, ...module.children.allSuites()];
  return module.state() === 'failed' && suites.some((suite) => suite.errors().length > 0);
}
