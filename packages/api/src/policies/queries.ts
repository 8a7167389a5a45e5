import type { PolicyDoc } from '@tidu/rules';
import { and, asc, count, desc, eq } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { policyVersions } from './table.ts';

/** One stored version with its document. */
export interface StoredVersion {
  readonly doc: PolicyDoc;
  readonly hash: string;
  readonly isUsed: boolean;
  /** First use, where there was any. */
  readonly usedAt?: string;
  /** Firms it has decided for callers of the API. */
  readonly evaluations?: number;
  /** Last day set beside the text, where another version took its place. */
  readonly endsOn?: string;
  /** Parks it applies to; absent for the whole zone. */
  readonly parks?: readonly string[];
  readonly origin?: 'shipped' | 'studio';
  /** When the studio published it. */
  readonly publishedAt?: string;
}

// Documents are never changed under their hash, so each is parsed once; the map holds as many as there are versions.
const parsedByHash = new Map<string, PolicyDoc>();

const order = [asc(policyVersions.id), desc(policyVersions.inForceFrom)] as const;

/** All versions, by policy, the latest first. One small query; the documents themselves are read once. */
export async function listVersions(db: Reader): Promise<readonly StoredVersion[]> {
  const { id, inForceFrom, hash, usedAt, evaluations, endsOn, parks, origin, publishedAt } = policyVersions;
  const rows = await db
    .select({ id, inForceFrom, hash, usedAt, evaluations, endsOn, parks, origin, publishedAt })
    .from(policyVersions)
    .orderBy(...order);
  const versions: StoredVersion[] = [];
  for (const row of rows) {
    const doc = parsedByHash.get(row.hash) ?? (await readDocument(db, row.id, row.inForceFrom));
    if (doc) versions.push({ doc, ...besideText(row) });
  }
  return versions;
}

interface BesideText {
  readonly hash: string;
  readonly usedAt: string | null;
  readonly evaluations: number;
  readonly endsOn: string | null;
  readonly parks: string | null;
  readonly origin: 'shipped' | 'studio';
  readonly publishedAt: string | null;
}

const besideText = ({
  hash,
  usedAt,
  evaluations,
  endsOn,
  parks,
  origin,
  publishedAt,
}: BesideText): Omit<StoredVersion, 'doc'> => ({
  hash,
  evaluations,
  isUsed: usedAt !== null,
  origin,
  ...(usedAt === null ? {} : { usedAt }),
  ...(endsOn === null ? {} : { endsOn }),
  ...(parks === null ? {} : { parks: JSON.parse(parks) as string[] }),
  ...(publishedAt === null ? {} : { publishedAt }),
});

async function readDocument(db: Reader, id: string, inForceFrom: string): Promise<PolicyDoc | undefined> {
  const { document, hash } = policyVersions;
  const same = and(eq(policyVersions.id, id), eq(policyVersions.inForceFrom, inForceFrom));
  const [row] = await db.select({ document, hash }).from(policyVersions).where(same);
  if (!row) return undefined;
  // Checked by parsePolicy before it was stored.
  const doc = JSON.parse(row.document) as PolicyDoc;
  parsedByHash.set(row.hash, doc);
  return doc;
}

/** How many policies there are; fails where the database does. */
export async function countVersions(db: Reader): Promise<number> {
  const [row] = await db.select({ n: count() }).from(policyVersions);
  return row?.n ?? 0;
}
