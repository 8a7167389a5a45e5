import { describe, expect, it } from 'vitest';
import { applyOps, valueAt } from './json-path.ts';
import { namedAt, renameOps } from './rename-id.ts';
import { SHIPPED } from './sample-policies.ts';
import type { Json } from './shape-of.ts';

describe('giving a part another id', () => {
  it.each(SHIPPED)('$id $inForce.from: a fact is followed everywhere it is named', (doc) => {
    const json = doc as unknown as Json;
    for (const [i, fact] of doc.facts.entries()) {
      const places = namedAt(json, fact.id);
      const renamed = applyOps(json, renameOps(json, `facts.${i}`, 'brandNew'));
      expect(valueAt(renamed, `facts.${i}.id`)).toBe('brandNew');
      expect(namedAt(renamed, 'brandNew')).toEqual(places);
      expect(namedAt(renamed, fact.id)).toEqual([]);
    }
  });
});
