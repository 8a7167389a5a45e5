import { AsyncLocalStorage } from 'node:async_hooks';
import { type Client, createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { whileBusy } from './busy.ts';
import * as schema from './schema.ts';

type Drizzle = LibSQLDatabase<typeof schema>;
/** A handle inside a write transaction. */
export type Transaction = Parameters<Parameters<Drizzle['transaction']>[0]>[0];
/** What queries take first: the reader of the database, or the transaction they are part of. */
export type Reader =
  | Pick<Drizzle, 'select' | 'selectDistinct' | 'all' | 'get' | 'query'>
  | Pick<Transaction, 'select' | 'selectDistinct' | 'all' | 'get' | 'query'>;

/**
 * The database with its gate: one writer connection behind a queue, one read-only connection. libSQL on a file allows a
 * single writer, its driver blocks the whole process while it waits for a lock, and a connection that met SQLITE_BUSY
 * goes on reading old rows until it is opened anew — so writers queue here, and a busy connection is opened anew.
 */
export interface Database {
  /** Reads what is committed. Throws inside a transaction, where it would not see the transaction's own writes. */
  readonly read: Reader;
  /** For `withTransaction` alone. */
  readonly gate: Gate;
  close(): void;
}

export interface Gate {
  readonly inside: AsyncLocalStorage<Transaction>;
  runExclusive<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The writer outside a transaction; for migrations at start-up alone. */
  readonly writer: Drizzle;
  /** Opens the writer anew after a failure outside a transaction. */
  reopen(): Promise<void>;
}

export interface DatabaseAddress {
  readonly url: string;
  readonly authToken?: string;
}

// A wait inside the driver stops everything else in the process, so it is short; the patient waiting is done here.
const LOCK_WAIT_MS = 100;
const GIVE_UP_AFTER_MS = 15_000;

/** What a receipt stands on must be on the disk when the answer goes out: FULL, not NORMAL. */
const WRITER = ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', `busy_timeout=${LOCK_WAIT_MS}`];
const READER = ['query_only=ON', 'foreign_keys=ON', `busy_timeout=${LOCK_WAIT_MS}`];

/** Opens a `file:` database, or a server by `libsql:` or `http:` (which takes no settings and looks after its own locks). */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const isFile = address.url.startsWith('file:');
  const writer = await connect(address, isFile ? WRITER : []);
  const reader = await connect(address, isFile ? READER : []);
  const inside = new AsyncLocalStorage<Transaction>();
  const readHandle = drizzle(retrying(reader), { schema });
  const writeHandle = drizzle(writer.client, { schema });
  const runExclusive = createQueue((work) =>
    whileBusy(() => writeHandle.transaction(work, { behavior: 'immediate' }), writer.reopen, GIVE_UP_AFTER_MS),
  );
  return {
    get read(): Reader {
      if (inside.getStore())
        throw new Error('Read through the transaction: the reader does not see what it has written.');
      return readHandle;
    },
    gate: { inside, runExclusive, writer: writeHandle, reopen: writer.reopen },
    close: () => {
      reader.client.close();
      writer.client.close();
    },
  };
}

interface Connection {
  readonly client: Client;
  /** Opens the connection anew: the only cure for one that met SQLITE_BUSY. */
  reopen(): Promise<void>;
}

async function connect(address: DatabaseAddress, pragmas: readonly string[]): Promise<Connection> {
  const client = createClient({ ...address, concurrency: 1 });
  const set = async () => {
    for (const pragma of pragmas) await client.execute(`PRAGMA ${pragma}`);
    // A server is asked only now whether it is there.
    if (pragmas.length === 0) await client.execute('SELECT 1');
  };
  await whileBusy(set, async () => client.reconnect(), GIVE_UP_AFTER_MS);
  const reopen = async () => {
    client.reconnect();
    await set();
  };
  return { client, reopen };
}

/** The reading client, doing a read again on a fresh connection when a checkpoint of another process was in the way. */
function retrying({ client, reopen }: Connection): Client {
  const again = <T>(work: () => Promise<T>) => whileBusy(work, reopen, GIVE_UP_AFTER_MS);
  const execute = (...args: unknown[]) => again(() => client.execute(...(args as Parameters<Client['execute']>)));
  const batch = (...args: unknown[]) => again(() => client.batch(...(args as Parameters<Client['batch']>)));
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'execute') return execute;
      if (key === 'batch') return batch;
      const value = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

type Work<T> = (tx: Transaction) => Promise<T>;

/** One at a time, in the order of asking; a failure does not hold up the next. */
function createQueue(run: <T>(work: Work<T>) => Promise<T>): <T>(work: Work<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: Work<T>) => {
    const mine = last.then(() => run(work));
    last = mine.catch(() => undefined);
    return mine;
  };
}
