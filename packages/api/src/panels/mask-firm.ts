import type { ApplicationRow, SubmissionRow } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { getFirm, listContacts } from '../firms/queries.ts';

/** Everything by which a firm could be known: its name, code, address and people. */
export async function namesOf(db: Reader, row: ApplicationRow, submission: SubmissionRow): Promise<readonly string[]> {
  const firm = await getFirm(db, row.firmId);
  const contacts = await listContacts(db, row.firmId);
  const people = contacts.flatMap(({ name, phone, email }) => [name, phone, email ?? '']);
  const names = [row.firmName, row.creditCode, row.number ?? '', submission.certifierName, ...people];
  const more = firm ? [firm.name, firm.creditCode, firm.legalRepresentative, firm.registeredAddress] : [];
  return [...new Set([...names, ...more, shortName(row.firmName)])].filter((each) => each.trim().length > 1);
}

/** The part of a name that is the firm's own: 宁波测试材料有限公司 → 测试材料. */
const shortName = (name: string): string =>
  name.replace(/^(浙江省?|宁波市?|宁波高新区)+/, '').replace(/(股份|集团)?(有限)?(责任)?公司$/, '');

const MASK = '〔已隐去〕';

/** The same value with every one of the names taken out of every text in it (盲评遮蔽). */
export function maskIn<T>(value: T, names: readonly string[]): T {
  if (typeof value === 'string') {
    const longestFirst = names.toSorted((a, b) => b.length - a.length);
    return longestFirst.reduce<string>((text, name) => text.replaceAll(name, MASK), value) as T;
  }
  if (Array.isArray(value)) return value.map((each) => maskIn(each, names)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, maskIn(each, names)])) as T;
}
