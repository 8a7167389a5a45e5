import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../date/day.ts';
import { codegen } from '../evaluate/codegen.ts';
import { compile } from '../evaluate/compile.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import type { Cite, FactDef, PolicyDoc, Text } from '../policy/document.ts';
import { parsePolicy } from '../policy/parse.ts';
import { type RuleNode, rootsOf, walkNode } from '../policy/walk.ts';
import type { Evaluate } from '../receipt/replay.ts';
import type { PolicyCase } from './policy-case.ts';
import { runCases, uncovered } from './run-cases.ts';

/** Every evaluator has to agree with the worked cases. */
const evaluators: [string, Evaluate][] = [
  ['reference', evaluateReference],
  ['closures', (doc, dates, facts) => compile(doc, dates).evaluate(facts)],
  ['generated code', (doc, dates, facts) => compile(doc, dates, { target: codegen }).evaluate(facts)],
];

const root = new URL('../../policies/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const folders = readdirSync(root, { withFileTypes: true }).filter((e) => e.isDirectory());
const files = folders.flatMap(({ name }) => readdirSync(new URL(`${name}/`, root)).map((file) => `${name}/${file}`));
const paths = files.filter((path) => !path.endsWith('.cases.json')).sort();

const load = (path: string): PolicyDoc => {
  const parsed = parsePolicy(read(path));
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.errors, null, 1)}`);
  return parsed.doc;
};
const shipped = paths.map((path) => ({
  path,
  doc: load(path),
  cases: read(path.replace(/\.json$/, '.cases.json')) as PolicyCase[],
}));

/** Every value of a document under a key, with its path. */
function under<T>(key: string, value: unknown, path = ''): { path: string; value: T }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([k, v]) => [
    ...(k === key ? [{ path: `${path}.${k}`, value: v as T }] : []),
    ...under<T>(key, v, `${path}.${k}`),
  ]);
}

/** What stands at a path and at every step on the way to it. */
function wayTo(doc: PolicyDoc, path: string): unknown[] {
  const way: unknown[] = [];
  let here: unknown = doc;
  for (const step of path.split('.')) {
    here = (here as Record<string, unknown>)[step];
    way.push(here);
  }
  return way;
}

const FIGURES = new Set<RuleNode['k']>([
  'lit',
  'bands',
  'table',
  'marginal',
  'linear',
  'milestone',
  'bonus',
  'indicator',
]);

describe.each(shipped)('$path', ({ path, doc, cases }) => {
  it('lies where its id and first day say', () => {
    expect(path).toBe(`${doc.id}/${doc.inForce.from}.json`);
    expect(doc.status).toBe('published');
  });

  it('gives every text in Chinese and in English', () => {
    const texts = ['label', 'why', 'question', 'where', 'summary', 'text'].flatMap((key) => under<Text>(key, doc));
    const words = texts.filter(({ value }) => typeof value === 'object' && !('k' in value));
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter(({ value }) => !value['zh-CN'] || !value.en).map((t) => t.path)).toEqual([]);
  });

  it('says of every citation what it rests on, and why where nothing official is cited', () => {
    const cites = under<readonly Cite[]>('cite', doc).flatMap(({ path: at, value }) =>
      value.map((c) => ({ at, ...c })),
    );
    expect(cites.length).toBeGreaterThan(5);
    const poor = cites.filter((c) => !c.basis || (c.basis !== 'official' && !c.why));
    expect(poor.map((c) => c.at)).toEqual([]);
  });

  it('says of an official figure that was not read on a site of the state where it was read', () => {
    const official = under<readonly Cite[]>('cite', doc).flatMap(({ path: at, value }) =>
      value.filter((c) => c.basis === 'official').map((c) => ({ at, ...c })),
    );
    const elsewhere = official.filter((c) => !c.url || !new URL(c.url).hostname.endsWith('.gov.cn'));
    expect(elsewhere.filter((c) => !c.why).map((c) => c.at)).toEqual([]);
  });

  it('cites every figure, on the node or on one around it', () => {
    const bare: string[] = [];
    for (const { path: at, node } of rootsOf(doc)) {
      // The tier, award or stack itself does not count for its parts: a gate, veto or route has its own source.
      const owner = wayTo(doc, at).some((x, i) => i > (at.startsWith('tiers') ? 1 : 0) && isCited(x));
      walkNode(node, at, (each, where, above) => {
        if (FIGURES.has(each.k) && !owner && ![each, ...above].some(isCited)) bare.push(where);
      });
    }
    expect(bare).toEqual([]);
  });

  it('cites every gate, veto, route, award, stack, pool and parameter under its own id and label', () => {
    const parts = doc.tiers.flatMap((t) => [t, ...t.gates, ...t.vetoes, ...t.routes]);
    const named = [...parts, ...doc.awards, ...doc.stacks, ...doc.pools];
    expect(named.filter((x) => !x.label || !isCited(x)).map((x) => x.id)).toEqual([]);
    expect(doc.params.filter((p) => !p.label || p.values.some((v) => v.cite.length === 0)).map((p) => p.id)).toEqual(
      [],
    );
  });

  it('asks for every fact that it takes from the firm', () => {
    const silent = doc.facts.filter((f) => !f.derive && f.ifMissing !== 'fail' && !f.ask);
    expect(silent.map((f) => f.id)).toEqual([]);
  });

  it('says 暂定 for what stands in: no assumed figure without the word or a reason a reader can use', () => {
    const assumed = under<readonly Cite[]>('cite', doc).flatMap(({ value }) =>
      value.filter((c) => c.basis === 'assumed'),
    );
    expect(assumed.filter((c) => (c.why?.['zh-CN'] ?? '').length < 15)).toEqual([]);
  });

  it('runs on the fast path', () => {
    expect(cases.every((c) => compile(doc, c.dates).target === 'closure')).toBe(true);
  });

  it('has cases with a name of their own, in force on their day', () => {
    const names = cases.map((c) => c.name);
    expect(new Set(names).size).toBe(names.length);
    const last = doc.inForce.to ?? '9999-12-31';
    const off = cases.filter(
      ({ dates: d }) => (d.filing ?? d.decision) < doc.inForce.from || (d.filing ?? d.decision) > last,
    );
    expect(off.map((c) => c.name)).toEqual([]);
  });

  describe.each(evaluators)('worked cases by %s', (_, evaluate) => {
    const run = runCases(doc, cases, evaluate);
    it.each(run.results)('$name', ({ problems }) => {
      expect(problems).toEqual([]);
    });
    it('decides every tier, route and award with yes and with no', () => {
      expect(uncovered(run.coverage)).toEqual([]);
    });
  });
});

const isCited = (x: unknown): boolean =>
  typeof x === 'object' &&
  x !== null &&
  Array.isArray((x as { cite?: unknown }).cite) &&
  (x as { cite: unknown[] }).cite.length > 0;

describe('the shipped policies together', () => {
  it('are the four of the first issue, the ladder in two versions', () => {
    expect(paths).toEqual([
      'nbhtz-ladder/2018-03-01.json',
      'nbhtz-ladder/2020-11-23.json',
      'nbhtz-three-pools/2018-03-01.json',
      'tech-sme/2017-05-03.json',
      'torch-gazelle/2014-01-01.json',
    ]);
  });

  it('mean the same by the same fact, so that a firm answers once', () => {
    const first = new Map<string, FactDef>();
    const clashes: string[] = [];
    for (const { path, doc } of shipped) {
      for (const { partOf: _, ...fact } of doc.facts) {
        const known = first.get(fact.id);
        if (!known) first.set(fact.id, fact);
        else if (JSON.stringify(known) !== JSON.stringify(fact)) clashes.push(`${path}: ${fact.id}`);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('leave no day between two versions and share none', () => {
    for (const id of new Set(shipped.map((s) => s.doc.id))) {
      const versions = shipped.filter((s) => s.doc.id === id).map((s) => s.doc.inForce);
      versions.slice(1).forEach((later, i) => {
        expect(dayOf(later.from), id).toBe(dayOf(versions[i]?.to ?? '') + 1);
      });
    }
  });

  it('name only rungs that the ladder has', () => {
    const derived = shipped.flatMap((s) => s.doc.facts).filter((f) => f.derive);
    expect(derived.length).toBeGreaterThan(0);
    for (const fact of derived) {
      const rungs = shipped
        .filter((s) => s.doc.id === fact.derive?.policy)
        .flatMap((s) => s.doc.tiers.map((t) => t.id));
      const words = fact.domain?.values?.map((v) => v.id) ?? [];
      expect([...words].sort()).toEqual([...new Set(['none', ...rungs])].sort());
    }
  });

  it('keep every published case', () => {
    const count = (start: string) =>
      shipped.flatMap((s) => s.cases).filter((c) => c.source !== undefined && c.name.startsWith(start)).length;
    const wanted = {
      'tsme-': 37,
      'torch-': 6,
      'nbhtz-gz-': 7,
      'nbhtz-qu-': 3,
      'uni-': 8,
      'topup-': 3,
      'firm-joyson': 2,
    };
    expect(Object.fromEntries(Object.keys(wanted).map((start) => [start, count(start)]))).toEqual(wanted);
  });
});
