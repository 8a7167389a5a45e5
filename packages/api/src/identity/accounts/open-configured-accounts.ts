import { hkdfSync } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { SealingKey } from '../../firms/bank/sealing-key.ts';
import type { AuthOptions } from '../sign-in/create-auth.ts';
import { openAccounts } from './open-accounts.ts';

interface AccountDeps extends Pick<AuthOptions, 'database' | 'clock' | 'hashing'> {
  readonly sealingKey: SealingKey;
}

/** Accounts as the configuration wants them; without a secret of its own sign-in takes one derived from the sealing key. */
export const openConfiguredAccounts = (config: Config, { sealingKey, ...deps }: AccountDeps) =>
  openAccounts({
    ...deps,
    settings: config.accounts.signIn,
    secret: config.accounts.sessionSecret ?? derivedFrom(sealingKey),
    site: config.publicUrl ?? `http://localhost:${config.port}`,
    ...(config.accounts.singleSignOn ? { singleSignOn: config.accounts.singleSignOn } : {}),
  });

const derivedFrom = ({ key }: SealingKey): string =>
  Buffer.from(hkdfSync('sha256', key, '', 'tidu sign-in', 32)).toString('hex');
