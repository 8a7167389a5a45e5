import type { PolicySummary } from '@tidu/api/policies/contract';
import { describe, expect, it } from 'vitest';
import { versionsToRead } from './in-force.ts';

const version = (inForceFrom: string, inForceTo?: string, status: 'published' | 'draft' = 'published') => ({
  inForceFrom,
  ...(inForceTo ? { inForceTo } : {}),
  version: inForceFrom,
  status,
  label: { 'zh-CN': '政策' },
  hash: 'sha256:0',
  current: false,
});
const policy = (...versions: ReturnType<typeof version>[]): PolicySummary => ({
  id: 'p',
  label: { 'zh-CN': '政策' },
  versions,
});
const on = (day: string, ...versions: ReturnType<typeof version>[]) =>
  versionsToRead([policy(...versions)], { filing: day, decision: day }, undefined).map((key) => key.inForceFrom);

describe('versionsToRead', () => {
  it('takes a version from its first day to its last', () => {
    const only = version('2020-11-23', '2025-12-31');
    expect(on('2020-11-22', only)).toEqual([]);
    expect(on('2020-11-23', only)).toEqual(['2020-11-23']);
    expect(on('2025-12-31', only)).toEqual(['2020-11-23']);
    expect(on('2026-01-01', only)).toEqual([]);
  });

  it('reads the latest begun first and leaves out drafts', () => {
    const all = [version('2018-03-01'), version('2020-11-23'), version('2024-01-01', undefined, 'draft')];
    expect(on('2026-01-01', ...all)).toEqual(['2020-11-23', '2018-03-01']);
    expect(on('2019-01-01', ...all)).toEqual(['2018-03-01']);
  });
});
