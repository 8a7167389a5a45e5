import type { PolicyDoc } from '../src/policy/document.ts';
import type { Random } from './random.ts';

const OPS = ['lt', 'le', 'ge', 'gt'];

/** A copy with a few figures, operators and bounds changed at random: mostly readable, seldom sensible. */
export function mutatePolicy(random: Random, doc: PolicyDoc): PolicyDoc {
  const copy = structuredClone(doc);
  const places: (() => void)[] = [];
  const look = (here: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(here)) {
      if (key === 'cite' || key === 'facts') continue;
      if (key === 'op') places.push(() => Object.assign(here, { op: random.pick(OPS) }));
      if (typeof value === 'string' && ['value', 'out', 'full', 'budget', 'minGrant', 'at'].includes(key))
        places.push(() => Object.assign(here, { [key]: changed(random, value) }));
      if ((key === 'ge' || key === 'gt') && typeof value === 'string') places.push(() => turnBound(here, key, value));
      if (typeof value === 'object' && value !== null) look(value as Record<string, unknown>);
    }
  };
  look(copy as unknown as Record<string, unknown>);
  for (let i = 0; i < 6 && places.length > 0; i++) random.pick(places)();
  return copy;
}

function turnBound(here: Record<string, unknown>, key: 'ge' | 'gt', value: string): void {
  delete here[key];
  here[key === 'ge' ? 'gt' : 'ge'] = value;
}

function changed(random: Random, value: string): string {
  const m = /^(\d+)(\.\d+)?(%?)$/.exec(value);
  if (!m) return value;
  const [, whole = '0', part = '', percent = ''] = m;
  const n = Number(whole);
  return `${random.pick([n + 1, n * 2, Math.max(0, n - 1), 0, n * 10])}${part}${percent}`;
}
