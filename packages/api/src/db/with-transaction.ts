import type { Database, Transaction } from './open-database.ts';

/** Where a verb writes: the database (a transaction of its own) or the transaction it was called in. */
export type WriteContext = Database | Transaction;

/**
 * Runs `fn` in the one write transaction of this process: an outer transaction is reused, else writers queue. All of it is
 * committed or none; when the lock of another process is in the way it is done again, so `fn` does nothing but read and
 * write rows: no network, no files, no evaluation of a policy.
 * Throws where the database itself is used inside a transaction: waiting for its own turn it would never end.
 */
export async function withTransaction<T>(context: WriteContext, fn: (tx: Transaction) => Promise<T>): Promise<T> {
  if (!isDatabase(context)) return fn(context);
  const { inside, runExclusive } = context.gate;
  if (inside.getStore()) throw new Error('Already in a transaction: pass it on instead of the database.');
  return runExclusive((tx) => inside.run(tx, () => fn(tx)));
}

const isDatabase = (context: WriteContext): context is Database => 'gate' in context;
