import { hkdfSync } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/open-database.ts';
import type { SealingKey } from '../../firms/bank/sealing-key.ts';
import { openAccounts } from './open-accounts.ts';

/** Accounts as the configuration wants them; without a secret of its own sign-in takes one derived from the sealing key. */
export const openConfiguredAccounts = (config: Config, database: Database, sealingKey: SealingKey, clock: () => Date) =>
  openAccounts({
    database,
    clock,
    settings: config.accounts.signIn,
    secret: config.accounts.sessionSecret ?? derivedFrom(sealingKey),
    site: config.publicUrl ?? `http://localhost:${config.port}`,
    ...(config.accounts.singleSignOn ? { singleSignOn: config.accounts.singleSignOn } : {}),
  });

const derivedFrom = ({ key }: SealingKey): string =>
  Buffer.from(hkdfSync('sha256', key, '', 'tidu sign-in', 32)).toString('hex');
