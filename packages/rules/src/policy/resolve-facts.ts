import { compare } from '../number/rational.ts';
import type { FactDef } from './document.ts';
import { finiteNum } from './leaf.ts';
import { readValue } from './read-value.ts';
import { expectKnown, type Scope } from './scope.ts';

/** Each fact's definition fits its type: words, fields, bounds, the whole it is part of, and what is assumed of it. */
export function resolveFacts(s: Scope): void {
  s.doc.facts.forEach((def, i) => {
    checkDefinition(s, def, `facts.${i}`);
    checkWhole(s, def, `facts.${i}.partOf`);
    def.fields?.forEach((field, j) => {
      const at = `facts.${i}.fields.${j}`;
      if (field.type === 'list' || field.type === 'series')
        s.report('field-not-single', `${at}.type`, { id: field.id, type: field.type }, 'write-one');
      else checkDefinition(s, field, at);
    });
  });
}

function checkDefinition(s: Scope, def: FactDef, at: string): void {
  const args = { id: def.id, type: def.type };
  if (def.type === 'enum' && !def.domain?.values && !def.derive)
    s.report('enum-without-values', `${at}.domain`, args, 'add-domain-values');
  if (def.type === 'list' && !def.fields) s.report('list-without-fields', `${at}.fields`, args, 'add-fields');
  if (def.derive && def.type !== 'enum') s.report('derive-not-enum', `${at}.derive`, args, 'write-type');
  const unit = def.unit;
  if (def.type === 'money' && unit !== undefined && unit !== 'CNY' && unit !== 'USD')
    s.report('unit-not-expected', `${at}.unit`, { got: unit, expected: 'CNY / USD' }, 'same-unit');
  const min = finiteNum(def.domain?.min ?? '');
  const max = finiteNum(def.domain?.max ?? '');
  if (min && max && compare(min, max) > 0)
    s.report(
      'domain-reversed',
      `${at}.domain.min`,
      { min: def.domain?.min ?? '', max: def.domain?.max ?? '' },
      'swap-ends',
    );
  checkAssumption(s, def, at);
}

function checkAssumption(s: Scope, def: FactDef, at: string): void {
  if (typeof def.ifMissing !== 'object') return;
  readValue(def, def.ifMissing.assume, `${at}.ifMissing.assume`, (code, path, args, fix, fixArgs) => {
    s.report('bad-assumption', path, { ...args, id: def.id, problem: code }, fix ?? 'add-assumption', fixArgs);
  });
}

const FIGURES = ['int', 'num', 'money'];

function checkWhole(s: Scope, def: FactDef, path: string): void {
  if (def.partOf === undefined || !expectKnown(s, 'unknown-fact', path, def.partOf, s.facts.keys())) return;
  const whole = s.facts.get(def.partOf);
  if (!whole) return;
  const args = { id: def.id, whole: whole.id, type: def.type, wholeType: whole.type };
  if (isAboveItself(s, def)) return s.report('part-of-itself', path, args, 'break-loop');
  const sameKind = def.type === whole.type || (FIGURES.includes(def.type) && FIGURES.includes(whole.type));
  if (!sameKind || !(FIGURES.includes(def.type) || def.type === 'series'))
    s.report('part-of-other-kind', path, args, 'use-kind-fact', { known: sameTypes(s, def) });
}

const sameTypes = (s: Scope, def: FactDef): string =>
  [...s.facts.values()]
    .filter((f) => f.type === def.type && f.id !== def.id)
    .map((f) => f.id)
    .join(', ');

/** Going from whole to whole comes back to the fact itself. */
function isAboveItself(s: Scope, def: FactDef): boolean {
  const seen = new Set<string>();
  for (let up = def.partOf; up !== undefined && !seen.has(up); up = s.facts.get(up)?.partOf) {
    if (up === def.id) return true;
    seen.add(up);
  }
  return false;
}
