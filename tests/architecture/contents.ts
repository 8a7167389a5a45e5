import { posix } from 'node:path';
import { filesWhere, isCode, isTest, type ProjectFile, type TreeRule, withoutComments } from './tree.ts';

const LIMIT_LINES = 300;
const LONGER = new Map([['packages/rules/src/evaluate/reference.ts', 400]]);
const NO_LIMIT = /\.test\.tsx?$|(^|\/)(messages|generated|drizzle|policies)\/|\/messages\.ts$/;

const isPureRules = ({ path }: ProjectFile) => path.startsWith('packages/rules/src/') && isCode(path) && !isTest(path);
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/from\s*['"]node:|import\(\s*['"]node:/, 'node:'],
  [/\bDate\.now\b|\bnew Date\b|\bperformance\.now\b/, 'the clock'],
  [/\bMath\.random\b|\bcrypto\.(get|random)/, 'randomness'],
  [/\bprocess\./, 'process'],
  [/\bconsole\./, 'console'],
  [/\bfetch\(|\bset(Timeout|Interval)\(/, 'input, output or a timer'],
];

// Written in pieces, so that this file does not break its own rule.
const REGISTRY = new RegExp(
  ['registry', '\\.(npmjs|yarnpkg|npmmirror)|npm', 'mirror\\.com|^\\s*tar', 'ball:'].join(''),
  'm',
);
const REGISTRY_SETTING = /^\s*(@[\w-]+:)?registry\s*[=:]/m;
const MACHINE_PATH = /(?<![\w./-])(?:file:\/\/)?\/(?:work|root|tmp|home|Users)\/[\w.]+/;
const TOOL_LIBRARY = new RegExp(`\\.${'library'}/`);

const isVerb = ({ path }: ProjectFile) =>
  /^packages\/api\/src\/[^/]+\//.test(path) && isCode(path) && !isTest(path) && !NO_ACT.test(path);
/** Where a write is no act of anyone: the gate itself, what is loaded at the start, and what only keeps the post moving. */
const NO_ACT =
  /\/src\/(db|demo|command-line)\/|\/(load-policies|mark-used|count-uses|seed-[a-z-]+|load-schemes|idempotency[a-z-]*|mark-read|send-due|reindex-cases)\.ts$/;
const WRITES_AUDIT =
  /\b(appendAudit|changeState|recordShare|advanceCase|logPersonalView|closeInvitation|inSignIn|auditLibraryWrite)\(/;

/** Whether a verb writes its row itself or calls one of ours that does. */
function leavesRow(file: ProjectFile, byPath: ReadonlyMap<string, ProjectFile>, seen = new Set<string>()): boolean {
  if (seen.has(file.path)) return false;
  seen.add(file.path);
  const code = withoutComments(file.text);
  if (WRITES_AUDIT.test(code)) return true;
  return [...code.matchAll(/from '(\.[^']+)'/g)].some(([, target = '']) => {
    const called = byPath.get(posix.join(posix.dirname(file.path), target));
    return called !== undefined && /\bTransaction\b/.test(called.text) && leavesRow(called, byPath, seen);
  });
}

/** What may stand inside the files. */
export const contents: readonly TreeRule[] = [
  {
    name: `a file has at most ${LIMIT_LINES} lines`,
    fix: 'split it by meaning (aim for 80 lines); tests, messages, policies and generated files are exempt',
    offenders: (files) =>
      filesWhere(files, ({ path, text }) => {
        const lines = text.split('\n').length - 1;
        const isLimited = (isCode(path) || path.endsWith('.css')) && !NO_LIMIT.test(path);
        return isLimited && lines > (LONGER.get(path) ?? LIMIT_LINES) ? `${lines} lines` : undefined;
      }),
    bad: [{ 'packages/api/src/app.ts': 'x\n'.repeat(301) }],
  },
  {
    name: 'rules are pure: no I/O, no clock, no randomness',
    fix: 'take the value as an argument',
    offenders: (files) =>
      filesWhere(files.filter(isPureRules), ({ text }) => {
        const code = withoutComments(text);
        return IMPURE.find(([pattern]) => pattern.test(code))?.[1];
      }),
    bad: [
      { 'packages/rules/src/a.ts': "import { readFileSync } from 'node:fs';" },
      { 'packages/rules/src/a.ts': 'const now = new Date();' },
      { 'packages/rules/src/a.ts': 'const now = Date.now();' },
      { 'packages/rules/src/a.ts': 'const any = Math.random();' },
      { 'packages/rules/src/a.ts': 'if (process.env.DEBUG) {}' },
      { 'packages/rules/src/a.ts': 'console.log(1);' },
      { 'packages/rules/src/a.ts': 'await fetch(url);' },
    ],
  },
  {
    name: 'a verb that opens a transaction leaves a row in the audit trail',
    fix: 'call appendAudit (or changeState, recordShare) in the same transaction',
    offenders: (files) => {
      const byPath = new Map(files.map((file) => [file.path, file]));
      return filesWhere(files.filter(isVerb), (file) =>
        withoutComments(file.text).includes('withTransaction(') && !leavesRow(file, byPath)
          ? 'no audit row'
          : undefined,
      );
    },
    bad: [
      {
        'packages/api/src/firms/rename-firm.ts':
          'export const renameFirm = (act: Act) => withTransaction(act.database, (tx) => tx.update(firms));',
      },
    ],
  },
  {
    name: 'rules have no dependency but zod',
    fix: 'write the few lines, or move the work into api or web',
    offenders: (files) =>
      filesWhere(files, ({ path, text }) => {
        if (path !== 'packages/rules/package.json') return undefined;
        const { dependencies = {}, peerDependencies = {}, optionalDependencies = {} } = JSON.parse(text);
        const names = Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
        return names.find((name) => name !== 'zod');
      }),
    bad: [{ 'packages/rules/package.json': '{ "dependencies": { "zod": "4.6.7", "decimal.js": "10.0.0" } }' }],
  },
  {
    name: 'versions are exact',
    fix: 'pin the version without ^ or ~',
    offenders: (files) =>
      filesWhere(files, ({ path, text }) => {
        if (!path.endsWith('package.json')) return undefined;
        const { dependencies = {}, devDependencies = {} } = JSON.parse(text);
        const all = Object.entries<string>({ ...dependencies, ...devDependencies });
        return all.find(
          ([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|workspace:\*|npm:.+@\d+\.\d+\.\d+)$/.test(version),
        )?.[0];
      }),
    bad: [{ 'tests/package.json': '{ "devDependencies": { "vitest": "^4.1.12" } }' }],
  },
  {
    name: 'no file names a package registry',
    fix: 'remove the address; the lockfile is written by pnpm without any',
    offenders: (files) =>
      filesWhere(files, ({ text }) => (REGISTRY.exec(text) ?? REGISTRY_SETTING.exec(text))?.[0].trim()),
    bad: [
      { 'pnpm-lock.yaml': `resolution: {integrity: x}\n    ${'tar'}ball: a` },
      { '.npmrc': ['regis', 'try=https://example.org'].join('') },
      { 'docs/a.md': ['https://registry', 'npmjs.org/x'].join('.') },
    ],
  },
  {
    name: 'no file names a folder of one machine',
    fix: 'use a path from the root of the project, or ask the system (os.tmpdir())',
    offenders: (files) => filesWhere(files, ({ text }) => (MACHINE_PATH.exec(text) ?? TOOL_LIBRARY.exec(text))?.[0]),
    bad: [
      { 'scripts/a.mjs': `const root = '${['', 'work', 'main'].join('/')}';` },
      { 'docs/a.md': `see ${['', 'home', 'someone'].join('/')}` },
      { 'docs/a.md': ['.', 'library/search'].join('') },
    ],
  },
];
