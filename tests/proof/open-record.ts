import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type {} from '../../packages/api/testing/record-routes.ts';

/** A folder of this run that every test can write to, gone when the run ends. */
export default function openRecord(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-routes-'));
  project.provide('routeRecord', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
