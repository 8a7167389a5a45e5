import { explain, type FactInput, type FactState, type Facts, type PolicyDoc } from '@tidu/rules';
import { DATES, SHIPPED } from './policies.ts';

export interface Keystrokes {
  readonly count: number;
  readonly policies: number;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  /** Mean processor time of the whole process, which other work on the machine does not lengthen as much. */
  readonly cpu: number;
}

/** The policies a self-check runs: of every policy the version in force on the day. */
const IN_FORCE = SHIPPED.filter((doc) => doc.version !== '2018-03-01' || doc.id !== 'nbhtz-ladder');

/**
 * A firm filled in figure by figure, every figure digit by digit, and after each key what the page works out again: the
 * decision and the reason tree of every policy that reads the figure, as the self-check does. Milliseconds a keystroke.
 */
export function measureKeystrokes(firms: readonly Facts[]): Keystrokes {
  const times: number[] = [];
  let cpuStart = process.cpuUsage();
  firms.forEach((firm, i) => {
    if (i === WARM_UP_FIRMS) cpuStart = process.cpuUsage();
    for (const { fact, facts } of typed(firm)) {
      const docs = IN_FORCE.filter((doc) => reads(doc, fact));
      const start = performance.now();
      recalculate(docs, facts);
      if (i >= WARM_UP_FIRMS) times.push(performance.now() - start);
    }
  });
  const cpu = process.cpuUsage(cpuStart);
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    count: times.length,
    policies: IN_FORCE.length,
    p50: at(0.5),
    p95: at(0.95),
    most: at(1),
    cpu: (cpu.user + cpu.system) / 1000 / times.length,
  };
}

/** Firms that only warm the engine up. */
const WARM_UP_FIRMS = 4;

/** Whether a policy asks the fact, or takes a tier from one that does. */
const reads = (doc: PolicyDoc, fact: string): boolean =>
  doc.facts.some(
    ({ id, derive }) => id === fact || IN_FORCE.some((from) => from.id === derive?.policy && reads(from, fact)),
  );

function recalculate(docs: readonly PolicyDoc[], facts: Facts): void {
  for (const doc of docs) {
    if (explain(doc, DATES, facts).tree.kids.length === 0) throw new Error(`nothing explained for ${doc.id}`);
  }
}

/** The facts after each keystroke, and which of them changed. */
function* typed(firm: Facts): Generator<{ readonly fact: string; readonly facts: Facts }> {
  let soFar: Record<string, FactState> = {};
  for (const [id, state] of Object.entries(firm)) {
    if (!('known' in state)) continue;
    for (const known of strokes(state.known)) {
      soFar = { ...soFar, [id]: { known } };
      yield { fact: id, facts: soFar };
    }
  }
}

/** Text grows digit by digit; anything else is one choice. */
function strokes(input: FactInput): readonly FactInput[] {
  if (typeof input === 'string' && /^\d+(\.\d+)?$/.test(input)) return prefixes(input);
  if (typeof input !== 'object' || Array.isArray(input)) return [input];
  const years = Object.entries(input as Readonly<Record<string, string>>);
  return years.flatMap(([year, text], i) => {
    const before = Object.fromEntries(years.slice(0, i));
    return prefixes(text).map((part) => ({ ...before, [year]: part }));
  });
}

const prefixes = (text: string): readonly string[] =>
  Array.from(text, (_, i) => text.slice(0, i + 1)).filter((part) => !part.endsWith('.'));
