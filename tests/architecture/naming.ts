import { filesWhere, type TreeRule } from './tree.ts';

const TOP_REQUIRED = ['packages', 'tests', 'docs', 'package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'LICENSE'];
const TOP_ALLOWED = new Set([
  ...TOP_REQUIRED,
  'drizzle',
  'scripts',
  '.ci',
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  '.dependency-cruiser.cjs',
  '.editorconfig',
  '.gitignore',
  'biome.json',
  'knip.json',
  'tsconfig.base.json',
  'vitest.config.ts',
]);

const BANNED_WORDS = /^(data|infos?|managers?|handlers?|utils?|helpers?|common)$/;
const KEBAB = /^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
const UPPERCASE_NAMES = /^(README|LICENSE|CHANGELOG|CONTRIBUTING)(\.md)?$/;
const LONE_FOLDERS = new Set(['', '.ci']);

const isGenerated = (path: string) => /^drizzle\//.test(path);

/** Which names may stand where. */
export const naming: readonly TreeRule[] = [
  {
    name: 'the top level holds the agreed names only, and all of them',
    fix: 'move the file into a package, or add the name to tests/architecture/naming.ts with the lead',
    offenders: (files) => {
      const found = new Set(files.map(({ path }) => path.split('/')[0] ?? ''));
      const missing = TOP_REQUIRED.filter((name) => !found.has(name)).map((name) => `${name}: missing`);
      return [...[...found].filter((name) => !TOP_ALLOWED.has(name)), ...missing];
    },
    bad: [{ 'lib/a.ts': '' }, { 'package.json': '' }],
  },
  {
    name: 'a folder exists only when it holds two files or more',
    fix: 'move the file one level up',
    offenders: (files) => {
      const inside = new Map<string, Set<string>>();
      for (const { path } of files) {
        const parts = path.split('/');
        parts.forEach((part, depth) => {
          const folder = parts.slice(0, depth).join('/');
          inside.set(folder, (inside.get(folder) ?? new Set()).add(part));
        });
      }
      return [...inside].flatMap(([folder, names]) => (names.size < 2 && !LONE_FOLDERS.has(folder) ? [folder] : []));
    },
    bad: [{ 'docs/a.md': '', 'docs/deep/b.md': '' }],
  },
  {
    name: 'names are kebab-case ASCII',
    fix: 'rename to lower-case words joined by hyphens, after the main export',
    offenders: (files) =>
      filesWhere(files, ({ path }) => {
        if (isGenerated(path)) return undefined;
        const parts = path.split('/').map((part) => part.replace('zh-CN', 'zh-cn'));
        const wrong = parts.find((part) => !KEBAB.test(part) && !UPPERCASE_NAMES.test(part.replace('.zh-cn', '')));
        return wrong && `"${wrong}"`;
      }),
    bad: [{ 'packages/web/src/FirmPage.tsx': '' }, { 'docs/梯度.md': '' }, { 'packages/api/src/my_file.ts': '' }],
  },
  {
    name: 'names say what is in the file',
    fix: 'name it after the thing or the verb in it (data, info, manager, handler, util, helper, common say nothing)',
    offenders: (files) =>
      filesWhere(files, ({ path }) =>
        path
          .replace(/^docs\/.*/, '')
          .replaceAll('open-data', '')
          .split(/[/.-]/)
          .find((word) => BANNED_WORDS.test(word)),
      ),
    bad: [{ 'packages/api/src/firms/firm-helper.ts': '' }, { 'packages/web/src/utils/a.ts': '' }],
  },
];
