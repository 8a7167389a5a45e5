import { randomUUID } from 'node:crypto';
import type { Database } from '../../packages/api/src/db/open-database.ts';
import * as schema from '../../packages/api/src/db/schema.ts';
import { withTransaction } from '../../packages/api/src/db/with-transaction.ts';
import { searchText } from '../../packages/api/src/review/desk/search-text.ts';

const STATES = [
  ['approved', 0.46],
  ['in-review', 0.2],
  ['in-decision', 0.08],
  ['submitted', 0.08],
  ['returned', 0.06],
  ['refused-finally', 0.06],
  ['withdrawn', 0.03],
  ['in-publicity', 0.03],
] as const;
const RUNNING: readonly string[] = ['in-review', 'in-decision', 'submitted', 'returned', 'in-publicity'];
const HEADS = '甬越 青瓷 东钱 月湖 镜川 澄浪 启辰 云栖 海纳 砺山 知微 星澜 远帆 凌霄 万象'.split(' ');
const MIDS = '创 联 智 新 科 泰 源 华 信 博 恒 嘉 盛 瑞 安'.split(' ');
const TRADES = '新材料 智能装备 光电 软件 生物医药 新能源 集成电路 环保 机器人 传感'.split(' ');
const PROJECTS = '关键技术研发 产业化 示范应用 检测平台 中试线 数字化改造'.split(' ');
const DEPARTMENTS = ['science', 'finance', 'market', 'tax', 'water'];
const DAY = 86_400_000;
const CHUNK = 500;

/** The same numbers on every run, between 0 and 1. */
function chance(): () => number {
  let seed = 20_260_401;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
}

const dayFrom = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10);

/** The state at a place between 0 and 1, each as wide as its share. */
function stateAt(place: number): (typeof STATES)[number][0] {
  let left = place;
  for (const [state, share] of STATES) {
    if (left < share) return state;
    left -= share;
  }
  return 'approved';
}

/** One plausible case; the last part of the name is in every one of them, as 有限公司 is. */
function makeCase(i: number, next: () => number, today: string) {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const state = stateAt(next());
  const submittedAt = new Date(Date.parse(today) - Math.floor(next() * 900) * DAY).toISOString();
  const isPlanned = RUNNING.includes(state);
  return {
    id: `${submittedAt.slice(0, 10).replaceAll('-', '')}-${randomUUID().slice(0, 8)}-${i}`,
    number: `TD-${submittedAt.slice(0, 4)}-${String(i).padStart(6, '0')}`,
    firmId: `firm-${i % 40_000}`,
    schemeId: pick(['special-project', 'gazelle-recognition', 'talent-project', 'tech-loan']),
    schemeRevision: 1,
    poolYear: Number(submittedAt.slice(0, 4)),
    state,
    version: 3,
    projectName: `${pick(TRADES)}${pick(PROJECTS)}项目`,
    claimFen: Math.floor(next() * 5_000_000) * 100,
    submissionId: `submission-${i}`,
    createdAt: submittedAt,
    createdBy: 'bench',
    submittedAt,
    stateSince: submittedAt,
    dueOn: isPlanned ? dayFrom(today, Math.floor(next() * 60) - 6) : null,
    openTasks: state === 'in-review' ? 3 : 0,
    openConflicts: next() < 0.02 ? 1 : 0,
    firmName: `宁波${pick(HEADS)}${pick(MIDS)}${pick(TRADES)}有限公司`,
    creditCode: `91330201MA${String(i % 40_000).padStart(7, '0')}X`,
  };
}

/** Fills the tables the desk reads with `count` cases, straight, as no office could in one day. */
export async function seedCases(database: Database, count: number, today: string): Promise<void> {
  const next = chance();
  for (let start = 0; start < count; start += CHUNK) {
    const cases = Array.from({ length: Math.min(CHUNK, count - start) }, (_, i) => makeCase(start + i, next, today));
    await withTransaction(database, async (tx) => {
      await tx.insert(schema.applications).values(cases);
      await tx
        .insert(schema.caseTexts)
        .values(cases.map((each) => ({ applicationId: each.id, text: searchText(each) })));
      const tasks = cases
        .filter(({ openTasks }) => openTasks > 0)
        .flatMap(({ id, submittedAt }) =>
          [0, 1, 2].map((n) => ({
            id: randomUUID(),
            applicationId: id,
            department: DEPARTMENTS[(n + id.length + id.charCodeAt(9)) % 5] as string,
            round: 1,
            question: '{}',
            state: 'open' as const,
            openedAt: submittedAt,
          })),
        );
      if (tasks.length > 0) await tx.insert(schema.reviewTasks).values(tasks);
      const mine = cases.filter((_, i) => i % 100 === 0);
      await tx.insert(schema.caseAssignments).values(
        mine.map(({ id, submittedAt }) => ({
          applicationId: id,
          userId: 'clerk',
          name: '陈晨',
          assignedAt: submittedAt,
          assignedBy: 'clerk',
        })),
      );
    });
  }
}
