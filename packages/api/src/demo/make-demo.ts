import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppDeps } from '../app.ts';
import { seedDemo } from './seed-demo.ts';

const DONE = 'demo-is-complete';

/** A demonstration that was interrupted while it was made is made anew; its folder holds nothing else. */
export function clearUnfinishedDemo(dataDir: string): void {
  if (!existsSync(join(dataDir, DONE))) rmSync(dataDir, { recursive: true, force: true });
}

/** Makes the demonstration once; afterwards it goes on as visitors leave it. */
export async function makeDemo(deps: AppDeps, dataDir: string): Promise<void> {
  const done = join(dataDir, DONE);
  if (existsSync(done)) return;
  process.stdout.write('正在准备演示数据 · making the demonstration …\n');
  let shown = 0;
  await seedDemo(deps, ({ firms, cases }) => {
    if (firms + cases < shown + 60) return;
    shown = firms + cases;
    process.stdout.write(`  企业 ${firms} · 申报 ${cases}\n`);
  });
  writeFileSync(done, deps.clock().toISOString());
}
