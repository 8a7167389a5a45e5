import { cpus } from 'node:os';
import { codegen } from '@tidu/rules/codegen';
import { compareColumns } from './columns.ts';
import { answerOf, byDecision, byHand, byProgram, type Judged } from './contenders.ts';
import { measureDesk } from './desk.ts';
import { makeFirms } from './firms.ts';
import { misjudgedOnThreshold } from './growth.ts';
import { measureKeystrokes } from './keystroke.ts';
import { judgeLadder, type LadderVerdict, readLadder } from './ladder-by-hand.ts';
import { printScores } from './lighthouse.ts';
import { measure, printTable } from './measure.ts';
import { byJsonLogic } from './peers/json-logic.ts';
import { byJsonRules } from './peers/json-rules.ts';
import { byZen } from './peers/zen.ts';
import { LADDER, TECH_SME } from './policies.ts';
import { judgeTechSme, readTechSme, type TechSmeVerdict } from './tech-sme-by-hand.ts';

const FIRMS = makeFirms(10_000);

const TECH_SME_HAND = {
  read: readTechSme,
  judge: judgeTechSme,
  verdict: { tier: -1, points: 0 } as TechSmeVerdict,
  answer: (v: TechSmeVerdict): number => answerOf(v.tier, v.points),
};
const LADDER_HAND = {
  read: readLadder,
  judge: judgeLadder,
  verdict: {
    startup: false,
    gazelle: false,
    quasiUnicorn: false,
    unicorn: false,
    best: -1,
    points: 0,
  } as LadderVerdict,
  answer: (v: LadderVerdict): number => answerOf(v.best, v.points),
};

/** Before anything is timed: own targets must give the hand-written answer for every firm; a peer is told its misses. */
function compareAnswers(contenders: readonly Judged[], peers: readonly Judged[] = []): void {
  const hand = contenders[0]?.answers ?? [];
  for (const c of [...contenders, ...peers]) {
    const wrong = c.answers.filter((a, i) => a !== hand[i]).length;
    if (wrong > 0 && contenders.includes(c)) throw new Error(`${c.name} differs on ${wrong} firms`);
    if (wrong > 0) console.log(`${c.name}: ${wrong} of ${hand.length} firms misjudged`);
  }
  console.log(`answers compared on ${hand.length} firms: ${contenders.length} own, ${peers.length} peers`);
}

async function compareOn(title: string, contenders: readonly Judged[], peers: readonly Judged[] = []): Promise<void> {
  compareAnswers(contenders, peers);
  printTable(title, await measure(FIRMS.length, [...contenders, ...peers]));
}

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}`);

await compareOn(
  'tech-sme, firms prepared',
  [
    byHand('hand-written', FIRMS, TECH_SME_HAND),
    byProgram('codegen', TECH_SME, FIRMS, codegen),
    byProgram('closures', TECH_SME, FIRMS, 'closure'),
    byDecision('reference (whole decision)', TECH_SME, FIRMS, 'reference'),
  ],
  [
    byJsonLogic('json-logic-engine, compiled', FIRMS),
    await byZen('@gorules/zen-engine', FIRMS),
    await byJsonRules('json-rules-engine', FIRMS),
  ],
);
await compareOn('nbhtz-ladder 2020, firms prepared', [
  byHand('hand-written', FIRMS, LADDER_HAND),
  byProgram('codegen', LADDER, FIRMS, codegen),
  byProgram('closures', LADDER, FIRMS, 'closure'),
  byDecision('reference (whole decision)', LADDER, FIRMS, 'reference'),
]);
await compareOn('tech-sme, from the facts as sent', [
  byHand('hand-written, parsing each firm', FIRMS, TECH_SME_HAND, true),
  byProgram('codegen', TECH_SME, FIRMS, codegen, true),
  byProgram('closures', TECH_SME, FIRMS, 'closure', true),
  byDecision('codegen, whole decision', TECH_SME, FIRMS, codegen),
  byDecision('closures, whole decision', TECH_SME, FIRMS, 'closure'),
]);

await compareColumns();

const threshold = misjudgedOnThreshold();
console.log(
  `\n${threshold.firms} firms exactly on a growth threshold: doubles misjudge ${threshold.doubles}, own targets ${threshold.own}`,
);
const keys = measureKeystrokes(FIRMS.slice(0, 20));
console.log(
  `self-check, ${keys.policies} policies, ${keys.count} keystrokes, all that is worked out again (limit 5 ms):`,
);
for (const name of ['time', 'processor'] as const) {
  const { p50, p95, most } = keys[name];
  console.log(`  ${name}: p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, most ${most.toFixed(2)} ms`);
}
await measureDesk();
await printScores();
