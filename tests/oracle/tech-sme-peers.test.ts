import { codegen } from '@tidu/rules/codegen';
import { beforeAll, expect, test } from 'vitest';
import { byDecision, byProgram, type Judged } from '../bench/contenders.ts';
import { byJsonLogic } from '../bench/peers/json-logic.ts';
import { byZen } from '../bench/peers/zen.ts';
import { TECH_SME } from '../bench/policies.ts';
import { firmsOffEdge } from './firms-off-edge.ts';

// 科技型中小企业, written by other hands for two other engines: away from the band edges, where doubles cannot err, all
// of them must give the same tier and the same points for every firm.
const FIRMS = firmsOffEdge(2_000);

let reference: Judged;
beforeAll(() => {
  reference = byDecision('reference', TECH_SME, FIRMS, 'reference');
});

/** Firms judged otherwise, with both answers: the tier in thousands, the points below. */
const differences = ({ answers }: Judged): readonly string[] =>
  answers.flatMap((answer, i) =>
    answer === reference.answers[i] ? [] : [`firm ${i}: ${reference.answers[i]} here, ${answer} there`],
  );

test('the firms cover both verdicts and the whole table', () => {
  const tiers = new Set(reference.answers.map((answer) => Math.floor(answer / 1000)));
  const points = new Set(reference.answers.map((answer) => answer % 1000));
  expect([...tiers].sort()).toEqual([0, 1]);
  expect(points.size).toBeGreaterThan(40);
  expect(Math.min(...points)).toBe(0);
  expect(Math.max(...points)).toBe(100);
});

test('json-logic-engine agrees', () => {
  expect(differences(byJsonLogic('json-logic-engine', FIRMS))).toEqual([]);
});

test('@gorules/zen-engine agrees', async () => {
  expect(differences(await byZen('@gorules/zen-engine', FIRMS))).toEqual([]);
});

test('so do closures and generated code', () => {
  expect(differences(byProgram('closures', TECH_SME, FIRMS, 'closure'))).toEqual([]);
  expect(differences(byProgram('generated code', TECH_SME, FIRMS, codegen))).toEqual([]);
});
