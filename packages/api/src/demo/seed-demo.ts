import { addWorkingDays, dayOf, formatDay, workingDaysBetween } from '@tidu/rules';
import { shippedCalendar } from '@tidu/rules/calendar';
import type { AppDeps } from '../app.ts';
import { dayInChina } from '../day-in-china.ts';
import { passTime } from '../deadlines/pass-time.ts';
import { renderPdf } from '../documents/render-pdf.ts';
import type { Scene } from './case-acts.ts';
import { CASE_PLANS, STARTS } from './case-plans.ts';
import { SCRIPTS, type Step } from './case-script.ts';
import { type DemoOffice, openDemoOffice } from './demo-office.ts';
import { addOffice } from './demo-people.ts';
import { makeFirms } from './make-firms.ts';
import { seedFirms } from './seed-firms.ts';
import { seedPanels } from './seed-panels.ts';
import { suitFirms } from './suit-firms.ts';

export const FIRMS = 320;
/** Working days before today on which the demo begins. */
const BEGAN = 45;
const PAPER = `#set text(font: "Noto Sans SC", lang: "zh", size: 14pt)
#set document(title: "演示材料")
= 演示材料
本文件为演示所用，内容为虚构。

#v(2em)
年度研发支出与人员情况见系统填报数据。`;

/** What stands in the demo, for whoever waits for it. */
export interface DemoProgress {
  readonly firms: number;
  readonly cases: number;
}

/**
 * Fills an empty database with a made-up zone: people of every role, firms, and cases in every state. Everything is done
 * by made-up people through the real routes, day by day up to today, so that clocks, trail and notices are real too.
 */
export async function seedDemo(deps: AppDeps, onProgress: (progress: DemoProgress) => void): Promise<void> {
  const today = dayInChina(deps.clock());
  const office = openDemoOffice(deps);
  office.clock.now = morningOf(dayBefore(today, BEGAN), 0);
  const people = await addOffice(office.database, office.clock.now);
  const year = Number(today.slice(0, 4)) - 1;
  const applying = CASE_PLANS.reduce((sum, { count }) => sum + count, 0);
  const firms = await seedFirms(office, makeFirms(FIRMS, year), renderPdf(PAPER, {}), (done) =>
    onProgress({ firms: done, cases: 0 }),
  );
  const suited = await suitFirms(office.database.read, firms, today);
  const scenes = suited.map(({ plan, firm, awards, claim }, i) => ({
    office,
    people,
    firm,
    plan,
    awards,
    claim,
    projectName:
      plan.scheme === 'major-project' ? topicOf(i) : `${firm.name.slice(2, 6)}${PROJECTS[plan.scheme] ?? '认定申请'}`,
    id: '',
    start: dayBefore(today, STARTS[plan.end] + (i % 3 === 2 ? 1 : 0)),
  }));
  await play(office, scenes, today, (cases) => onProgress({ firms: firms.length, cases: Math.min(cases, applying) }));
  office.clock.now = deps.clock();
  await seedPanels(office, people, scenes);
  await passTime(office.database, office.clock.now);
}

/** A panel that scores blind must not read the firm's name in the project's. */
const TOPICS = [
  '高纯稀土靶材',
  '宽幅光学薄膜',
  '工业视觉检测',
  '固态储能电芯',
  '磁编码器',
  '车规级功率模块',
  '生物基高分子',
  '微流控诊断',
];
const topicOf = (i: number): string => `${TOPICS[i % TOPICS.length]}关键技术研发及产业化`;

const PROJECTS: Readonly<Record<string, string>> = {
  'rd-institution': '研发中心建设',
  'innovation-projects': '创新创业项目',
  'startup-recognition': '初创企业认定',
  'gazelle-recognition': '瞪羚企业认定',
  'tech-sme-registration': '科技型中小企业登记',
};

type Dated = Scene & { readonly start: string };

/** Plays all scripts together, day by day; every evening time passes. */
async function play(
  office: DemoOffice,
  scenes: readonly Dated[],
  today: string,
  onCase: (n: number) => void,
): Promise<void> {
  const acts = scenes
    .flatMap((scene) => SCRIPTS[scene.plan.end].map((step) => ({ scene, step, day: dayAfter(scene.start, step.day) })))
    .filter(({ day }) => day <= today)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  let last = '';
  let begun = 0;
  let minute = 0;
  for (const { scene, step, day } of acts) {
    if (day !== last) {
      if (last !== '') await passTime(office.database, morningOf(day, -30));
      [last, minute] = [day, 0];
    }
    office.clock.now = morningOf(day, ++minute);
    await (step satisfies Step).act(scene);
    if (scene.id !== '' && step.day === 0) onCase(++begun);
  }
}

/** Nine in the morning in China, and some minutes. */
const morningOf = (day: string, minute: number): Date =>
  new Date(Date.parse(`${day}T09:00:00+08:00`) + minute * 60_000);

function dayAfter(day: string, workingDays: number): string {
  const found = addWorkingDays(day, workingDays, shippedCalendar, { countStart: false });
  // Past the last notice any day will do: nothing of the demo happens after today.
  return 'day' in found ? found.day : '9999-12-31';
}

/** The working day that lies so many before; calendar days where a notice is missing. */
function dayBefore(day: string, workingDays: number): string {
  for (let back = workingDays; ; back++) {
    const earlier = formatDay(dayOf(day) - back);
    const between = workingDaysBetween(earlier, day, shippedCalendar, { countStart: false });
    if (!('days' in between) || between.days >= workingDays) return earlier;
  }
}
