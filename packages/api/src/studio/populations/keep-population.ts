import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { DIGEST_ALGORITHM } from '../../files/file-store.ts';
import type { FilesDeps } from '../../files/files-deps.ts';
import { type Spooled, spool } from '../../files/spool.ts';
import { ApiError, refuseAll } from '../../http/api-error.ts';
import { type Locale, message } from '../../messages/say.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { givenLine } from '../given-line.ts';
import { asPolicy, readableDoc } from '../readable-doc.ts';
import { readText } from '../texts.ts';
import { trialDates } from '../trial-dates.ts';
import { byOf } from '../who.ts';
import type { UploadedPopulation } from './contract.ts';
import { describePopulation } from './describe-population.ts';
import { isContentKept, listPopulationRows, type PopulationRow } from './queries.ts';
import { type PopulationFormat, type Reading, readSentFirms, type SentLine } from './read-sent-firms.ts';
import { trialPopulations } from './table.ts';

type WholeAct = PersonalAct & { readonly database: Database };

export interface SentList {
  readonly draftId: string;
  readonly name: string;
  readonly format: PopulationFormat;
  readonly body: ReadableStream<Uint8Array>;
  readonly locale: Locale;
}

/** Lists that may be there at a time. */
const MOST_KEPT = 50;
/** Lines told one by one. */
const MOST_TOLD = 200;

/**
 * Keeps a list of firms to try texts on (上传试算名单), so that a trial can be run again years later. Of the file only the
 * firms' names and the figures the policy asks for are kept: no telephone numbers, no persons.
 */
export async function keepPopulation(act: WholeAct, files: FilesDeps, sent: SentList): Promise<UploadedPopulation> {
  const { read } = act.database;
  const draft = await findDraft(read, sent.draftId);
  const doc = readableDoc(draft);
  if ((await listPopulationRows(read)).length >= MOST_KEPT)
    throw new ApiError(409, 'studio.populations-full', { args: { most: String(MOST_KEPT) } });
  const base = draft.base === null ? [] : [asPolicy((await readText(read, draft.base)).document)];
  const dates = trialDates(doc, dayInChina(act.now));
  const reading: Reading = { docs: [...base, doc], dates, locale: sent.locale, problems: [] };
  const { spooled, firms, digest } = await packFirms(sent, files, reading);
  const problems = reading.problems.toSorted((a, b) => a.line - b.line);
  try {
    if (firms === 0) throw noFirm(problems);
    const row = { draftId: sent.draftId, name: sent.name, firms, skipped: problems.length, digest };
    const kept = await files.turns(spooled.digest, () => keep(act, files, row, spooled));
    return { ...describePopulation(act.actor, kept, 0, false), problems: problems.slice(0, MOST_TOLD) };
  } finally {
    await spooled.discard();
  }
}

interface Packed {
  readonly spooled: Spooled;
  readonly firms: number;
  readonly digest: string;
}

/** Packed lines are none of the kinds evidence may be of, so that neither can ever take the other's content away. */
async function packFirms({ body, format }: SentList, files: FilesDeps, reading: Reading): Promise<Packed> {
  const hash = createHash(DIGEST_ALGORITHM);
  let firms = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const page of readSentFirms(body, format, reading)) {
      for (const { id, facts } of page) hash.update(givenLine(id, facts));
      firms += page.length;
      yield page.map((firm) => `${JSON.stringify(firm)}\n`).join('');
    }
  }
  const gzip = createGzip();
  // Both are waited for: what was begun is cleaned away before a refusal is told.
  const [spooled, packed] = await Promise.allSettled([
    spool(gzip, files.spoolFolder),
    pipeline(Readable.from(lines()), gzip),
  ]);
  if (spooled.status === 'rejected') throw spooled.reason;
  if (packed.status === 'rejected') throw packed.reason;
  return { spooled: spooled.value, firms, digest: `${DIGEST_ALGORITHM}:${hash.digest('hex')}` };
}

const noFirm = (problems: readonly SentLine[]): ApiError =>
  refuseAll(
    'studio.sheet',
    problems.length === 0
      ? [
          {
            path: 'body',
            message: message('api.studio.sheet-empty'),
            fix: message('api.fix.studio.sheet-empty'),
          },
        ]
      : problems.map(({ line, problem }) => ({
          path: `body.${line}`,
          message: message('api.studio.line-problem', { line: String(line), problem }),
        })),
  );

type Counted = Pick<PopulationRow, 'draftId' | 'name' | 'firms' | 'skipped' | 'digest'>;

async function keep(
  act: WholeAct,
  { store }: FilesDeps,
  counted: Counted,
  { path, digest: contentDigest, sizeBytes }: Spooled,
): Promise<PopulationRow> {
  await store.put(createReadStream(path));
  const row: PopulationRow = {
    ...{ id: newId(), ...counted, contentDigest, algorithm: DIGEST_ALGORITHM, sizeBytes, ...byOf(act) },
    ...{ deletedAt: null, deletedBy: null, deletedByName: null },
  };
  try {
    await withTransaction(act.database, async (tx) => {
      await tx.insert(trialPopulations).values(row);
      const { id, name, firms, skipped, digest, draftId } = row;
      await appendAudit(tx, act, {
        action: 'policy-trial.population-uploaded',
        subject: { type: 'policy-draft', id: draftId },
        details: { population: id, name, firms, skipped, digest, sizeBytes },
      });
    });
  } catch (error) {
    if (!(await isContentKept(act.database.read, contentDigest))) await store.remove(contentDigest);
    throw error;
  }
  return row;
}
