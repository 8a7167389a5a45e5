import { describe, expect, it } from 'vitest';
import { files as m } from '../../messages/zh-CN/files.ts';
import { isPdf, isPicture, sizeText, stateText } from './file-words.ts';

describe('words of files', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [10 * 1024, '10 KB'],
    [50 * 2 ** 20, '50 MB'],
    [5 * 2 ** 40, '5120 GB'],
  ])('%i bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

  it('say when nobody has looked at a file', () => {
    expect(stateText({ state: 'clean', scannedBy: 'none' }, m)).toBe('可用（未查毒）');
    expect(stateText({ state: 'clean', scannedBy: 'clamdscan' }, m)).toBe('可用');
    expect(stateText({ state: 'quarantined' }, m)).toBe('正在查毒');
    expect(stateText({ state: 'rejected', scannedBy: 'clamdscan' }, m)).toBe('未通过查毒，已拦下');
  });

  it('tell what can be shown in the page', () => {
    expect(['image/png', 'image/jpeg', 'image/webp'].every(isPicture)).toBe(true);
    expect(['image/tiff', 'image/svg+xml', 'text/html'].some(isPicture)).toBe(false);
    expect([isPdf('application/pdf'), isPdf('application/ofd')]).toEqual([true, false]);
  });
});
