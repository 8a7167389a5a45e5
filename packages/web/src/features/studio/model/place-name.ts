import type { PolicyDoc } from '@tidu/rules';
import { trailTo } from './outline.ts';
import { nameOfPart } from './part-names.ts';
import type { Json } from './shape-of.ts';

/** The named parts a place of a text lies in, outermost first: the tier, the route, the condition. */
export const placeNames = (doc: PolicyDoc, path: string, locale: Parameters<typeof nameOfPart>[2]): readonly string[] =>
  trailTo(doc as unknown as Json, path)
    .filter(({ object, path: at }) => at !== '' && object.label !== undefined)
    .map(({ object }) => nameOfPart(doc, object, locale));
