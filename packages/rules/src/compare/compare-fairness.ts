import type { Id, IsoDate, PolicyDoc, Text } from '../policy/document.ts';
import type { ChangedPart, ChangePlace } from './change-place.ts';

type Exception = NonNullable<PolicyDoc['fairness']>[number];

/** What changed of a recorded exception from fair-competition review (公平竞争例外): the rule itself stays as it is. */
export type FairnessChange =
  | { readonly what: 'recorded' | 'removed'; readonly reason: Text; readonly until: IsoDate }
  | { readonly what: 'reason'; readonly before: Text; readonly after: Text }
  | { readonly what: 'until'; readonly before: IsoDate; readonly after: IsoDate };

export type ComparedFairness = ChangePlace & { readonly type: 'source'; readonly fairness: FairnessChange };

interface Placed {
  readonly record: Exception;
  readonly path: string;
}

/** The recorded exceptions of two texts, matched by what they are about. */
export function compareFairness(before: PolicyDoc, after: PolicyDoc): readonly ComparedFairness[] {
  const [was, is] = [placed(before), placed(after)];
  const labels = new Map([...labelsIn(before), ...labelsIn(after)]);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [a, b] = [was.get(key), is.get(key)];
    const of = (b ?? a)?.record.of ?? '';
    const label = labels.get(of);
    const part: ChangedPart = { id: of, ...(label ? { label } : {}), path: (b ?? a)?.path ?? '' };
    const place: ChangePlace = {
      key: `fairness.${key}`,
      within: [part],
      ...(a ? { beforePath: a.path } : {}),
      ...(b ? { afterPath: b.path } : {}),
    };
    return changesOf(a?.record, b?.record).map((fairness) => {
      const at = fairness.what === 'reason' || fairness.what === 'until' ? `${place.key}.${fairness.what}` : place.key;
      return { ...place, key: at, type: 'source' as const, fairness };
    });
  });
}

function changesOf(a: Exception | undefined, b: Exception | undefined): readonly FairnessChange[] {
  if (!a || !b) {
    const only = a ?? b;
    return only ? [{ what: a ? 'removed' : 'recorded', reason: only.reason, until: only.until }] : [];
  }
  const isSameReason = JSON.stringify(a.reason) === JSON.stringify(b.reason);
  return [
    ...(isSameReason ? [] : [{ what: 'reason', before: a.reason, after: b.reason } as const]),
    ...(a.until === b.until ? [] : [{ what: 'until', before: a.until, after: b.until } as const]),
  ];
}

/** By what it is about; of several about the same one after the other. */
function placed({ fairness = [] }: PolicyDoc): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  fairness.forEach((record, i) => {
    const nth = fairness.slice(0, i).filter((x) => x.of === record.of).length;
    found.set(nth === 0 ? record.of : `${record.of}#${nth}`, { record, path: `fairness.${i}` });
  });
  return found;
}

/** Names of everything that has an id and a label. */
function labelsIn(node: unknown): readonly (readonly [Id, Text])[] {
  if (Array.isArray(node)) return node.flatMap(labelsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { id, label } = node as { readonly id?: unknown; readonly label?: unknown };
  const own =
    typeof id === 'string' && typeof label === 'object' && label !== null ? [[id, label as Text] as const] : [];
  return [...own, ...Object.values(node).flatMap(labelsIn)];
}
