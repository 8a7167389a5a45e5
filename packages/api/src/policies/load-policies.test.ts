import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '@tidu/rules';
import { describe, expect, test } from 'vitest';
import { openTestDatabase, testFolder } from '../../testing/open-test-app.ts';
import { shipped } from '../config.ts';
import { loadPolicies } from './load-policies.ts';
import { markUsed } from './mark-used.ts';
import { listVersions } from './queries.ts';
import { PolicyFilesError, readPolicyFiles } from './read-policy-files.ts';

const files = readPolicyFiles(shipped.policiesDir);
const [first] = files;
if (!first) throw new Error('no policies are shipped');
const at = new Date('2026-01-01T00:00:00Z');

const edited = () => {
  const doc = { ...first.doc, version: `${first.doc.version}-edited` };
  return files.map((file) => (file === first ? { ...file, doc, hash: hashOf(doc) } : file));
};
const key = { id: first.doc.id, inForceFrom: first.doc.inForce.from };

describe('loading the shipped policies', () => {
  test('every version is stored once, with its hash, however often the server starts', async () => {
    const db = await openTestDatabase();
    await loadPolicies(db, files, at);
    await loadPolicies(db, files, at);
    const stored = await listVersions(db.read);
    expect(stored.map((each) => each.hash).toSorted()).toEqual(files.map((each) => each.hash).toSorted());
    expect(stored.every((each) => hashOf(each.doc) === each.hash)).toBe(true);
  });

  test('a version nobody has used may be replaced', async () => {
    const db = await openTestDatabase();
    await loadPolicies(db, files, at);
    await loadPolicies(db, edited(), at);
    const stored = await listVersions(db.read);
    expect(
      stored.find((each) => each.doc.id === key.id && each.doc.inForce.from === key.inForceFrom)?.doc.version,
    ).toMatch(/-edited$/);
  });

  test('a used version that was edited stops the start, and nothing is changed', async () => {
    const db = await openTestDatabase();
    await loadPolicies(db, files, at);
    await markUsed(db, key, at);
    const before = await listVersions(db.read);
    await expect(loadPolicies(db, edited(), at)).rejects.toThrow(first.path);
    expect(await listVersions(db.read)).toEqual(before);
    await loadPolicies(db, files, at);
  });

  test('the first use is the one that is noted', async () => {
    const db = await openTestDatabase();
    await loadPolicies(db, files, at);
    expect((await listVersions(db.read)).some((each) => each.isUsed)).toBe(false);
    await markUsed(db, key, at);
    await markUsed(db, key, new Date('2027-01-01T00:00:00Z'));
    expect((await listVersions(db.read)).filter((each) => each.isUsed).map((each) => each.doc.id)).toEqual([key.id]);
  });
});

describe('reading policy files', () => {
  test('every error of every file comes at once, with its path; cases files are no policies', () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'p'));
    writeFileSync(join(folder, 'p', '2020-01-01.json'), '{"schema": 1');
    writeFileSync(
      join(folder, 'p', '2021-01-01.json'),
      JSON.stringify({ ...first.doc, pick: 'lowest', applies: 'never' }),
    );
    writeFileSync(join(folder, 'p', '2021-01-01.cases.json'), '[]');
    expect(() => readPolicyFiles(folder)).toThrow(PolicyFilesError);
    expect(() => readPolicyFiles(folder)).toThrow(
      /2020-01-01\.json[\s\S]*2021-01-01\.json[\s\S]*applies[\s\S]*pick|pick[\s\S]*applies/,
    );
  });

  test('two versions in force on the same day are refused', () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'p'));
    for (const from of ['2020-01-01', '2021-01-01']) {
      writeFileSync(join(folder, 'p', `${from}.json`), JSON.stringify({ ...first.doc, inForce: { from } }));
    }
    expect(() => readPolicyFiles(folder)).toThrow('version-overlap');
  });
});
