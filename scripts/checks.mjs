// What `npm test` and `npm run verify` run, and how the results are counted: every check counts as one test.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isStopping, run } from './child.mjs';

const REPORT = 'test-results/vitest.json';
const WEB_SOURCES = ['packages/web', 'packages/api/src', 'packages/rules'];
const WEB_BUILT = 'packages/web/dist/index.html';

const tsc = (project) => ['node_modules/ts7/bin/tsc', '-p', project];
const CHECKS = [
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['types rules', tsc('packages/rules')],
  ['types api', tsc('packages/api')],
  ['types web', tsc('packages/web')],
  ['types tests', tsc('tests')],
  ['directions', ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '-T', 'err', 'packages', 'tests']],
  ['unused code', ['node_modules/knip/bin/knip.js', '--no-progress']],
];

/** Everything, or with `fast` the checks and the tests of what git sees as changed. Returns the exit code. */
export async function test({ fast, extra }) {
  const total = { passed: 0, failed: 0 };
  const count = (result) => {
    total.passed += result.passed;
    total.failed += result.failed;
  };
  await inPairs(CHECKS, async ([name, args]) => count(await check(name, args)));
  if (!fast) count(await check('build web', BUILD_WEB.args, BUILD_WEB.options));
  if (!fast) count(await vitest(extra));
  else {
    count(await vitest(['--project', 'architecture']));
    const units = ['rules', 'api', 'web'].flatMap((name) => ['--project', name]);
    count(await vitest([...units, ...(existsSync('.git') ? ['--changed'] : []), ...extra]));
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && !isStopping() ? 0 : 1;
}

const BUILD_WEB = { args: ['node_modules/vite/bin/vite.js', 'build'], options: { cwd: 'packages/web' } };

export async function buildWebWhenStale() {
  const built = existsSync(WEB_BUILT) ? statSync(WEB_BUILT).mtimeMs : 0;
  if (WEB_SOURCES.every((folder) => newest(folder) < built)) return 0;
  return (await check('build web', BUILD_WEB.args, BUILD_WEB.options)).failed;
}

async function check(name, args, options = {}) {
  const startedAt = Date.now();
  const { code, output } = await run(process.execPath, args, { quiet: true, ...options });
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (code !== 0) console.log(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

async function vitest(extra) {
  rmSync(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--passWithNoTests', ...reporters, ...extra];
  const { code } = await run(process.execPath, args);
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  // A file that cannot be loaded has no tests to count, but it has failed.
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloadable.length;
  return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
}

async function inPairs(items, work) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item && !isStopping(); item = queue.shift()) await work(item);
  };
  await Promise.all([worker(), worker()]);
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}
