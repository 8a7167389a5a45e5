import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badImports } from './bad-imports.ts';
import { ROOT } from './tree.ts';

const configuration = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs'));
const ruleNames: string[] = configuration.forbidden.map((rule: { name: string }) => rule.name);

async function violations(baseDir: string): Promise<string[]> {
  const { options, forbidden } = configuration;
  const { output } = await cruise(['packages', 'tests'], {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden },
  });
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidu-directions-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('every import goes in an allowed direction', async () => {
  expect(await violations(ROOT), 'To fix: see the comment of the rule in .dependency-cruiser.cjs.').toEqual([]);
});

test('every rule has a bad example', () => {
  expect(Object.keys(badImports).sort()).toEqual([...ruleNames].sort());
});

test.each(Object.entries(badImports))('%s refuses its bad example', async (name, files) => {
  const tree = join(folder, name);
  await mkdir(join(tree, 'packages'), { recursive: true });
  await mkdir(join(tree, 'tests'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
  expect((await violations(tree)).map((line) => line.split(':')[0])).toContain(name);
});
