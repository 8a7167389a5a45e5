import type { Draft, Place } from './draft.ts';
import type { Case } from './margin.ts';
import type { Part } from './part.ts';

/** A node as it was made for a firm near this one, where nothing it reads is different; else made now. */
export function onceExplained(c: Case, part: Part, at: Place, make: () => Draft): Draft {
  const had = c.nodes?.find(part);
  // Its parent marks a node, so every tree has its own.
  if (had?.path === at.path) return { ...had };
  const made = make();
  return c.nodes?.keep(part, made) ?? made;
}
