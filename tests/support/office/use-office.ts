import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Office, openOffice } from './open-office.ts';
import type { StaffKey } from './staff.ts';

const PICTURES = fileURLToPath(new URL('../../../test-results/', import.meta.url));

/**
 * One office for the tests of a file. After each of them no page may have had a fault; a test that failed leaves pictures
 * of its pages in test-results.
 */
export function useOffice<K extends StaffKey = never>(keys: readonly K[] = []): () => Office<K> {
  let office: Office<K> | undefined;
  beforeAll(async () => {
    office = await openOffice(keys);
  });
  afterAll(() => office?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await office?.takePictures(join(PICTURES, task.id));
    await office?.closePages();
    expect(office?.takeProblems()).toEqual([]);
  });
  return () => {
    if (!office) throw new Error('The office opens before the first test.');
    return office;
  };
}
