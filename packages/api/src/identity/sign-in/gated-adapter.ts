import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { BetterAuthOptions, DBAdapter } from 'better-auth/types';
import type { Database, Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { accounts, sessions, twoFactors, users, verifications } from '../table.ts';
import { auditLibraryWrite, type LibraryWrite } from './audit-library-write.ts';

const schema = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  twoFactor: twoFactors,
};

type Row = Readonly<Record<string, unknown>>;
type Where = { readonly model: string; readonly where: never };

/**
 * The library's database. Left alone it would write past the queue of writers and lose to them (SQLITE_BUSY), so every
 * write goes through `withTransaction`, with its row of the audit trail; reads take the reading connection.
 */
export const gatedAdapter =
  (database: Database) =>
  (options: BetterAuthOptions): DBAdapter<BetterAuthOptions> => {
    const { inside } = database.gate;
    const inner = drizzleAdapter(currentHandle(database), { provider: 'sqlite', schema, transaction: false })(options);
    const write = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      withTransaction(inside.getStore() ?? database, work);
    const noted = async <T>(
      tx: Transaction,
      operation: LibraryWrite['operation'],
      model: string,
      done: T,
      changed: Row = {},
    ) => {
      const rows = (Array.isArray(done) ? done : [done]).filter((row) => typeof row === 'object' && row !== null);
      await auditLibraryWrite(tx, { operation, model, rows, changed: Object.keys(changed) });
      return done;
    };
    const removed = async (tx: Transaction, { model, where }: Where) =>
      noted(tx, 'delete', model, await inner.findMany({ model, where }));
    const gated: DBAdapter<BetterAuthOptions> = {
      ...inner,
      create: ((args: Parameters<typeof inner.create>[0]) =>
        write(async (tx) => noted(tx, 'create', args.model, await inner.create(args)))) as typeof inner.create,
      update: ((args: Parameters<typeof inner.update>[0]) =>
        write(async (tx) =>
          noted(tx, 'update', args.model, await inner.update(args), args.update),
        )) as typeof inner.update,
      updateMany: (args) => write(() => inner.updateMany(args)),
      delete: (args) => write((tx) => removed(tx, args as never).then(() => inner.delete(args))),
      deleteMany: (args) => write((tx) => removed(tx, args as never).then(() => inner.deleteMany(args))),
      consumeOne: ((args: Parameters<typeof inner.consumeOne>[0]) =>
        write(() => inner.consumeOne(args))) as typeof inner.consumeOne,
      incrementOne: ((args: Parameters<typeof inner.incrementOne>[0]) =>
        write(() => inner.incrementOne(args))) as typeof inner.incrementOne,
      transaction: (work) => work(gated),
    };
    return gated;
  };

/** The transaction we are in, else the reader; asked for anew at each statement. */
function currentHandle(database: Database): Record<string, unknown> {
  return new Proxy(
    {},
    {
      get: (_, key) => {
        const handle = database.gate.inside.getStore() ?? database.read;
        const value = Reflect.get(handle, key);
        return typeof value === 'function' ? value.bind(handle) : value;
      },
    },
  );
}
