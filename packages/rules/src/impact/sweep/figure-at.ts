import { nodeAt } from '../../explain/node-at.ts';
import type { Num, PolicyDoc } from '../../policy/document.ts';

type Json = Readonly<Record<string, unknown>> | readonly unknown[];

/** What stands at a path of a document; undefined where there is nothing. */
export const valueAtPath = (doc: PolicyDoc, path: string): unknown => nodeAt(doc, path);

/** The document with something else at a path; everything beside the path stays the same object. */
export function withValueAt(doc: PolicyDoc, path: string, value: unknown): PolicyDoc {
  return replaced(doc as unknown as Json, path.split('.'), value) as unknown as PolicyDoc;
}

function replaced(here: Json, [key = '', ...rest]: readonly string[], value: unknown): Json {
  const child = (here as Readonly<Record<string, unknown>>)[key];
  const next = rest.length === 0 ? value : replaced(child as Json, rest, value);
  if (Array.isArray(here)) return here.with(Number(key), next);
  return { ...here, [key]: next };
}

/** The document with another figure at a path; a count stays a number. */
export function withFigure(doc: PolicyDoc, path: string, figure: Num): PolicyDoc {
  return withValueAt(doc, path, typeof valueAtPath(doc, path) === 'number' ? Number(figure) : figure);
}
