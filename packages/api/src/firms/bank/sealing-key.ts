import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrongVariable } from '../../config.ts';

/** The key that secrets in the database are encrypted with, and the name it goes by beside them. */
export interface SealingKey {
  readonly key: KeyObject;
  readonly id: string;
}

const KEY_BYTES = 32;

/** The key of the configuration; without one, that of the key file in the data folder, made at the first start. */
export function loadSealingKey({
  dataKey,
  dataDir,
}: {
  readonly dataKey?: string;
  readonly dataDir: string;
}): SealingKey {
  const text = dataKey ?? readKeyFile(join(dataDir, 'data.key'));
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/.test(text) ? 'hex' : 'base64');
  if (bytes.length !== KEY_BYTES) throw wrongVariable('DATA_KEY', '…', '密钥文件已损坏 · the key file is damaged');
  return makeSealingKey(bytes);
}

export const makeSealingKey = (bytes: Uint8Array): SealingKey => ({
  key: createSecretKey(bytes),
  id: createHash('sha256').update('tidu data key').update(bytes).digest('hex').slice(0, 12),
});

/** Only the account the server runs under may read it. Of two servers that start at once one makes it. */
function readKeyFile(path: string): string {
  try {
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
