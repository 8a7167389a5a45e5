import { ZenEngine } from '@gorules/zen-engine';
import type { Facts } from '@tidu/rules';
import { answerOf, type Judged } from '../contenders.ts';
import { BY_COSTS, BY_SALES, CLASS_TWO, MOST_STAFF, MOST_YUAN, plainFirm, STAFF, VETOES } from './plain-firm.ts';

type Rows = readonly (readonly [number, number])[];
type Node = { readonly id: string; readonly name: string; readonly type: string; readonly content?: object };

/** A decision table with one input column: the first row whose bound is reached. */
function table(id: string, field: string, out: string, rows: Rows): Node {
  const rule = (i: number, test: string, points: number) => ({ _id: `${id}${i}`, in: test, out: String(points) });
  return {
    id,
    name: id,
    type: 'decisionTableNode',
    content: {
      hitPolicy: 'first',
      passThrough: true,
      inputs: [{ id: 'in', name: field, field }],
      outputs: [{ id: 'out', name: out, field: out }],
      rules: [...rows.map(([at, points], i) => rule(i, `>= ${at}`, points)), rule(rows.length, '', 0)],
    },
  };
}

function expressions(id: string, pairs: Readonly<Record<string, string>>): Node {
  const list = Object.entries(pairs).map(([key, value]) => ({ id: key, key, value }));
  return { id, name: id, type: 'expressionNode', content: { expressions: list, passThrough: true } };
}

const HOLDS = [
  'registeredInChina',
  `employees <= ${MOST_STAFF}`,
  `revenue <= ${MOST_YUAN}`,
  `assets <= ${MOST_YUAN}`,
  'not bannedProducts',
  ...VETOES.map((v) => `not ${v}`),
  "((points >= 60 and staffPoints > 0) or hnte or awards >= 1 or institution in ['province', 'nation'] or ledStandard)",
].join(' and ');

const CHAIN: readonly Node[] = [
  { id: 'request', name: 'request', type: 'inputNode' },
  expressions('shares', {
    staffShare: 'employees > 0 ? scienceStaff / employees : 0',
    salesShare: 'revenue > 0 ? research / revenue : 0',
    costShare: 'costs > 0 ? research / costs : 0',
  }),
  table('staff', 'staffShare', 'staffPoints', STAFF),
  table('sales', 'salesShare', 'salesPoints', BY_SALES),
  table('costs', 'costShare', 'costPoints', BY_COSTS),
  table('classOne', 'classOne', 'onePoints', [[1, 30]]),
  table('classTwo', 'classTwo', 'twoPoints', CLASS_TWO),
  expressions('points', {
    points: 'staffPoints + max([salesPoints, costPoints]) + max([onePoints, twoPoints])',
  }),
  expressions('tier', { holds: HOLDS }),
  { id: 'response', name: 'response', type: 'outputNode' },
];

const GRAPH = {
  nodes: CHAIN.map((node, i) => ({ ...node, position: { x: 200 * i, y: 0 } })),
  edges: CHAIN.slice(1).map((node, i) => ({ id: `e${i}`, type: 'edge', sourceId: CHAIN[i]?.id, targetId: node.id })),
};

/** @gorules/zen-engine: a graph of decision tables and expressions, created once, one evaluation a firm. */
export async function byZen(name: string, firms: readonly Facts[]): Promise<Judged> {
  const decision = new ZenEngine().createDecision(GRAPH);
  const prepared = firms.map(plainFirm);
  const one = async (firm: object): Promise<number> => {
    const { result } = await decision.evaluate(firm);
    return answerOf(result.holds ? 0 : -1, Number(result.points));
  };
  const all = async (): Promise<readonly number[]> => {
    const answers: number[] = [];
    for (const firm of prepared) answers.push(await one(firm));
    return answers;
  };
  return { name, answers: await all(), pass: async () => (await all()).length };
}
