import type { Cite, FactDef, PolicyDoc, Text, Unit } from '@tidu/rules';
import type { UnitSource } from './field-spec.ts';
import { join } from './json-path.ts';
import { type Json, shapeOf } from './shape-of.ts';
import { unitOfField } from './unit-of-field.ts';
import { type Leaf, type Owner, walkFields } from './walk-fields.ts';

/** One number of a policy, where it stands and what it rests on. */
export interface Figure {
  readonly path: string;
  readonly key: string;
  readonly value: string | number;
  readonly unit: Unit;
  readonly isWhole: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly cites: readonly Cite[];
  /** Where its own citation is written; undefined where nothing around it can carry one. */
  readonly citePath: string | undefined;
}

/** Figures that are read together: a row of a band table, or one figure alone. */
export interface FigureLine {
  readonly path: string;
  readonly figures: readonly Figure[];
  readonly owners: readonly Owner[];
  readonly rowLabel: Text | undefined;
  readonly group: FigureGroup;
  readonly listFields: readonly FactDef[];
}

export type FigureGroup = 'tiers' | 'awards' | 'stacks' | 'pools' | 'params' | 'facts';

const NUMBER = /^[+-]?(\d|\.\d|\d+\/\d)[\d.,/]*%?$/;
const GROUPS: ReadonlySet<string> = new Set(['tiers', 'awards', 'stacks', 'pools', 'params', 'facts']);

/** Every figure of a policy in document order, those of one row together. */
export function figureLines(doc: PolicyDoc): readonly FigureLine[] {
  const lines: FigureLine[] = [];
  walkFields(doc as unknown as Json, (leaf) => {
    const figures = figuresOf(leaf, doc);
    if (figures.length === 0) return;
    const last = lines.at(-1);
    if (leaf.isRow && last?.path === leaf.holderPath) {
      lines[lines.length - 1] = { ...last, figures: [...last.figures, ...figures] };
      return;
    }
    const head = leaf.path.split('.')[0] ?? '';
    lines.push({
      path: leaf.isRow ? leaf.holderPath : leaf.path,
      figures,
      owners: leaf.owners,
      rowLabel: leaf.isRow ? (leaf.holder.label as Text | undefined) : undefined,
      group: (GROUPS.has(head) ? head : 'tiers') as FigureGroup,
      listFields: leaf.listFields,
    });
  });
  return lines;
}

function figuresOf(leaf: Leaf, doc: PolicyDoc): readonly Figure[] {
  const { spec, value, path, key } = leaf;
  if (spec.t === 'int')
    return typeof value === 'number'
      ? [{ ...figure(leaf, doc, spec.unit, value), isWhole: true, ...limits(spec) }]
      : [];
  if (spec.t === 'shares')
    return Object.entries(value as Json).flatMap(([payer, part]) =>
      typeof part === 'string' ? [{ ...figure(leaf, doc, 'ratio', part), path: join(path, payer), key: payer }] : [],
    );
  if (spec.t === 'whenZero')
    return typeof value === 'string' && NUMBER.test(value) ? [figure(leaf, doc, { from: 'node' }, value)] : [];
  if (spec.t === 'num' || spec.t === 'bound')
    return typeof value === 'string' ? [{ ...figure(leaf, doc, spec.unit, value), key }] : [];
  return [];
}

const limits = ({ min, max }: { readonly min?: number; readonly max?: number }) => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

function figure(leaf: Leaf, doc: PolicyDoc, source: UnitSource, value: string | number): Figure {
  const owner = leaf.owners.at(-1)?.object ?? {};
  return {
    path: leaf.path,
    key: leaf.key,
    value,
    unit: unitOfField(source, owner, doc, leaf.listFields),
    isWhole: false,
    ...citesAround(leaf),
  };
}

/** The citation of a figure: on its row, else on the nearest object around it that has one. */
function citesAround(leaf: Leaf): Pick<Figure, 'cites' | 'citePath'> {
  const owned = leaf.owners.filter(({ kind }) => shapeOf(kind)?.fields.cite).toReversed();
  const onRow = leaf.isRow && 'cite' in rowFieldsOf(leaf) ? [{ object: leaf.holder, path: leaf.holderPath }] : [];
  const places = [...onRow, ...owned];
  const first = places.find(({ object }) => Array.isArray(object.cite) && object.cite.length > 0);
  const own = places[0];
  return {
    cites: (first?.object.cite as readonly Cite[] | undefined) ?? [],
    citePath: own && join(own.path, 'cite'),
  };
}

function rowFieldsOf(leaf: Leaf): Json {
  const owner = leaf.owners.at(-1);
  const [listKey = ''] = leaf.holderPath.slice((owner?.path.length ?? 0) + (owner?.path ? 1 : 0)).split('.');
  const spec = owner && shapeOf(owner.kind)?.fields[listKey];
  return spec?.t === 'rows' ? spec.fields : {};
}
