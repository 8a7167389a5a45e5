import type { Database } from '../db/open-database.ts';
import type { SealingKey } from '../firms/bank/sealing-key.ts';

export interface PaymentsDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
  readonly sealingKey: SealingKey;
}
