import type { Reader } from '../../db/open-database.ts';
import { factsOfFirms, firmsStamp } from '../../firms/facts/facts-of-firms.ts';
import { industrySection } from '../../firms/industry-section.ts';
import { sizeIndustryOf } from '../size-industry.ts';
import { runJob } from '../worker/run-job.ts';

export interface LoadedFirms {
  readonly key: string;
  readonly firms: number;
  readonly digest: string;
}

const PAGE = 1000;
type Tell = (done: number, total: number) => void;

let loading: { readonly key: string; readonly loaded: Promise<LoadedFirms> } | undefined;

/** All firms on file, read into the thread once; read again when a firm or a figure has changed. */
export async function loadFirms(db: Reader, place: string, tell: Tell = () => {}): Promise<LoadedFirms> {
  const { stamp, firms } = await firmsStamp(db);
  const key = `on-file|${place}|${stamp}`;
  if (loading?.key === key && (await runJob('has', { key }).catch(() => false))) return loading.loaded;
  const loaded = load(db, key, firms, tell);
  loading = { key, loaded };
  loaded.catch(() => {
    if (loading?.loaded === loaded) loading = undefined;
  });
  return loaded;
}

async function load(db: Reader, key: string, total: number, tell: Tell): Promise<LoadedFirms> {
  await runJob('begin', { key });
  let after = '';
  // While the thread takes in one page the next is read.
  let taken: Promise<unknown> = Promise.resolve();
  for (let done = 0; ; ) {
    const page = await factsOfFirms(db, after, PAGE);
    await taken;
    taken = runJob('add', {
      key,
      firms: page.map(({ id, registeredOn, industryCode, parkId, facts }) => ({
        id,
        registeredOn,
        facts,
        industry: industrySection(industryCode),
        sizeIndustry: sizeIndustryOf(industrySection(industryCode), industryCode),
        park: parkId ?? '',
      })),
    });
    taken.catch(() => {});
    done += page.length;
    tell(done, Math.max(total, done));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.id;
  }
  await taken;
  return { key, ...(await runJob('end', { key })) };
}
