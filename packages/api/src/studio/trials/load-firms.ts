import type { Reader } from '../../db/open-database.ts';
import {
  changedSince,
  countFirms,
  type FirmWithFacts,
  factsOfFirms,
  factsOfSome,
  lastChange,
} from '../../firms/facts/facts-of-firms.ts';
import { industrySection } from '../../firms/industry-section.ts';
import { sizeIndustryOf } from '../size-industry.ts';
import type { SentFirm } from '../worker/loaded-population.ts';
import { runJob } from '../worker/run-job.ts';

export interface LoadedFirms {
  readonly key: string;
  readonly firms: number;
  readonly digest: string;
}

type Tell = (done: number, total: number) => void;

interface Loading {
  readonly place: string;
  /** Number of the last change on file that is in it. */
  readonly last: number;
  readonly loaded: Promise<LoadedFirms>;
  /** Everybody who waits hears how far it is. */
  readonly tells: Set<Tell>;
}

const PAGE = 1000;
/** More changed firms than these are not quicker than reading all. */
const MOST_RENEWED = 5000;

let current: Loading | undefined;

/** All firms on file, read into the thread once; those that change later are read again, they alone. */
export async function loadFirms(db: Reader, place: string, tell: Tell = () => {}): Promise<LoadedFirms> {
  const last = await lastChange(db);
  const known = current?.place === place ? current : undefined;
  if (known?.last === last) {
    const there = await waitFor(known, tell);
    if (there) return there;
    if (current !== known) return loadFirms(db, place, tell);
  }
  const tells = new Set([tell]);
  const loading: Loading = { place, last, tells, loaded: renewOrLoad(db, { place, last, known, tells }) };
  current = loading;
  try {
    return await loading.loaded;
  } catch (error) {
    if (current === loading) current = undefined;
    throw error;
  } finally {
    tells.clear();
  }
}

/** What is being loaded or was; nothing where that failed or the thread has let it go. */
async function waitFor({ loaded, tells }: Loading, tell: Tell): Promise<LoadedFirms | undefined> {
  tells.add(tell);
  const there = await loaded.catch(() => undefined);
  tells.delete(tell);
  return there && (await runJob('has', { key: there.key })) ? there : undefined;
}

interface Wanted {
  readonly place: string;
  readonly last: number;
  readonly known: Loading | undefined;
  readonly tells: ReadonlySet<Tell>;
}

async function renewOrLoad(db: Reader, { place, last, known, tells }: Wanted): Promise<LoadedFirms> {
  const key = `on-file|${place}|${last}`;
  const before = known && (await waitFor(known, (done, total) => tellAll(tells, done, total)));
  const renewed = before && known && (await renew(db, { from: before.key, since: known.last, key }));
  return renewed ?? load(db, key, tells);
}

interface Renewing {
  readonly from: string;
  readonly since: number;
  readonly key: string;
}

/** Nothing where too many have changed, one has left the file, or the thread no longer holds what was there. */
async function renew(db: Reader, { from, since, key }: Renewing): Promise<LoadedFirms | undefined> {
  const ids = await changedSince(db, since, MOST_RENEWED + 1);
  if (ids.length > MOST_RENEWED) return undefined;
  const firms: FirmWithFacts[] = [];
  for (let at = 0; at < ids.length; at += PAGE) firms.push(...(await factsOfSome(db, ids.slice(at, at + PAGE))));
  if (firms.length < ids.length) return undefined;
  const renewed = await runJob('renew', { from, key, firms: firms.map(sent) });
  return renewed ? { key, ...renewed } : undefined;
}

async function load(db: Reader, key: string, tells: ReadonlySet<Tell>): Promise<LoadedFirms> {
  const total = await countFirms(db);
  await runJob('begin', { key });
  let after = '';
  // While the thread takes in one page the next is read.
  let taken: Promise<unknown> = Promise.resolve();
  for (let done = 0; ; ) {
    const page = await factsOfFirms(db, after, PAGE);
    await taken;
    taken = runJob('add', { key, firms: page.map(sent) });
    taken.catch(() => {});
    done += page.length;
    tellAll(tells, done, Math.max(total, done));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.id;
  }
  await taken;
  return { key, ...(await runJob('end', { key })) };
}

function tellAll(tells: ReadonlySet<Tell>, done: number, total: number): void {
  for (const tell of tells) tell(done, total);
}

function sent({ id, registeredOn, industryCode, parkId, facts }: FirmWithFacts): SentFirm {
  const industry = industrySection(industryCode);
  return {
    id,
    registeredOn,
    facts,
    industry,
    sizeIndustry: sizeIndustryOf(industry, industryCode),
    park: parkId ?? '',
  };
}
