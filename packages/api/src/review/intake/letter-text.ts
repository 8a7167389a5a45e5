import type { ApplicationRow } from '../../applications/queries.ts';
import { listEvents } from '../../applications/queries.ts';
import { listCorrections, listDeferrals } from '../../applications/read-case.ts';
import { dayInChina } from '../../day-in-china.ts';
import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { readScheme, type StoredScheme } from '../../schemes/queries.ts';
import type { IntakeLetter, LETTER_KINDS } from './contract.ts';

export type LetterKind = (typeof LETTER_KINDS)[number];

const TITLES: Readonly<Record<LetterKind, string>> = {
  return: '一次性告知书',
  accept: '受理通知书',
  'accept-deferred': '容缺受理通知书',
  'refuse-acceptance': '不予受理通知书',
};

/**
 * The text of a letter of the intake (告知书), from what was recorded when it was done: the last time that event happened.
 * 404 where it never did.
 */
export async function letterText(db: Reader, row: ApplicationRow, kind: LetterKind): Promise<IntakeLetter> {
  const event = (await listEvents(db, row.id)).findLast((each) => each.event === kind);
  const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
  if (!event || !scheme) throw new ApiError(404, 'not-found');
  const said = { reason: event.reason ?? '', clause: event.clause ?? '' };
  const body = await BODIES[kind]({ db, row, scheme, said });
  return {
    kind,
    title: TITLES[kind],
    to: row.firmName,
    number: row.number ?? '',
    ...body,
    on: dayInChina(new Date(event.at)),
    contact: scheme.document.contact['zh-CN'],
  };
}

interface Facts {
  readonly db: Reader;
  readonly row: ApplicationRow;
  readonly scheme: StoredScheme;
  readonly said: { readonly reason: string; readonly clause: string };
}

type Body = Pick<IntakeLetter, 'paragraphs' | 'items'>;
const opening = ({ row, scheme }: Facts): string =>
  `您单位申报的“${scheme.document.label['zh-CN']}”（项目：${row.projectName}）我们已经收到。`;

const BODIES: Readonly<Record<LetterKind, (facts: Facts) => Promise<Body>>> = {
  return: async (facts) => {
    const all = await listCorrections(facts.db, facts.row.id);
    const round = Math.max(...all.map((each) => each.round));
    const items = all.filter((each) => each.round === round);
    const { correction } = facts.scheme.document.limits;
    return {
      paragraphs: [
        `${opening(facts)}还有下列 ${items.length} 项需要补正，这是全部内容。`,
        `请在 ${correction} 个工作日内补正；只需改下列项目，其他内容不用重填。补正期间不计入办理时限。`,
      ],
      items: items.map(({ problem, howToFix, lateReason }) => ({
        title: problem,
        text: lateReason === null ? howToFix : `${howToFix}（本项此前未告知，原因：${lateReason}）`,
      })),
    };
  },
  accept: async (facts) => ({ paragraphs: [opening(facts), `${accepted(facts)}`], items: [] }),
  'accept-deferred': async (facts) => {
    const deferrals = await listDeferrals(facts.db, facts.row.id);
    const label = (id: string) => facts.scheme.document.materials.find((each) => each.id === id)?.label['zh-CN'] ?? id;
    return {
      paragraphs: [
        opening(facts),
        accepted(facts),
        `下列材料可以后补。逾期未补：${facts.scheme.document.ifLate['zh-CN']}`,
      ],
      items: deferrals.map(({ materialId, dueOn }) => ({
        title: label(materialId),
        text: dueOn === null ? '' : `请在 ${dueOn} 前补交`,
      })),
    };
  },
  'refuse-acceptance': async (facts) => ({
    paragraphs: [
      opening(facts),
      `经核对，本件不予受理。理由：${facts.said.reason}`,
      `依据：${facts.said.clause}`,
      '补齐条件后可以重新申报。',
    ],
    items: [],
  }),
};

const accepted = ({ scheme }: Facts): string => {
  const { review, decision } = scheme.document.limits;
  return `现予受理。部门审核 ${review} 个工作日，决定 ${decision} 个工作日，自次日起算。`;
};
