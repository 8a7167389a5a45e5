import type { EvidenceFile } from '@tidu/api/files/contract';
import type { filesMessages } from '../../messages/files-messages.ts';

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** `1536` → `1.5 KB`. */
export function sizeText(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size >= 10 || unit === 0 ? Math.round(size) : Math.round(size * 10) / 10} ${UNITS[unit]}`;
}

type Words = Pick<(typeof filesMessages)['en'], 'quarantined' | 'clean' | 'notScanned' | 'rejected'>;

/** State of a file in words; one that nobody looked at says so. */
export function stateText({ state, scannedBy }: Pick<EvidenceFile, 'state' | 'scannedBy'>, m: Words): string {
  return state === 'clean' && scannedBy === 'none' ? m.notScanned : m[state];
}

export const isPicture = (mediaType: string): boolean => /^image\/(png|jpeg|webp)$/.test(mediaType);
export const isPdf = (mediaType: string): boolean => mediaType === 'application/pdf';
