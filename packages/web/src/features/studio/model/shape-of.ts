import type { PartKind, Shape, Sort } from './field-spec.ts';
import { NODE_SHAPES, type NodeKind } from './node-shapes.ts';
import { PART_SHAPES } from './part-shapes.ts';

export type Kind = NodeKind | PartKind;
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (x: unknown): x is Json => typeof x === 'object' && x !== null && !Array.isArray(x);

const SHAPES: Readonly<Record<string, Shape>> = { ...NODE_SHAPES, ...PART_SHAPES };

/** How a kind is edited; undefined for a word that is no kind (a document that is being repaired). */
export const shapeOf = (kind: string): Shape | undefined => (Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined);

export const KINDS = Object.keys(SHAPES) as readonly Kind[];
export const NODE_KINDS = Object.keys(NODE_SHAPES) as readonly NodeKind[];

/** The kinds a slot takes: every value slot takes scores too. */
export const kindsFor = (sort: Sort): readonly NodeKind[] =>
  NODE_KINDS.filter((kind) => {
    const own = NODE_SHAPES[kind].sort;
    return own === sort || (sort === 'expr' && own === 'score');
  });

/** The kind of a node in a slot. */
export const kindOf = (node: unknown): string => (isJson(node) && typeof node.k === 'string' ? node.k : '');
