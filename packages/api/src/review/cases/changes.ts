import type { FactDef } from '@tidu/rules';
import type { FactChange } from './contract.ts';
import type { Cell } from './figures.ts';

/** From here on a change is marked: auditors found size inflated by jumps like this. */
const JUMP = 5;

/**
 * What is different from before: figures of the base year against the year before it, what changed since the firm's
 * earlier submission, and figures of a past year that are not what they were then.
 */
export function changesOf(
  now: readonly Cell[],
  before: readonly Cell[],
  baseYear: number,
  definitions: ReadonlyMap<string, FactDef>,
): FactChange[] {
  const then = new Map(before.map((cell) => [cell.key, cell.value]));
  const here = new Map(now.map((cell) => [cell.key, cell.value]));
  const [year, last] = [String(baseYear), String(baseYear - 1)];
  const changes = now.flatMap((cell): FactChange[] => {
    const def = definitions.get(cell.fact);
    const known = then.get(cell.key);
    if (known !== undefined && known !== cell.value) {
      const kind = cell.year === '' ? 'since' : 'restated';
      return [changeOf(kind, cell.key, known, cell.value, def)];
    }
    if (cell.year !== year) return [];
    const earlier = here.get(`${cell.fact}@${last}`) ?? then.get(`${cell.fact}@${last}`);
    return earlier === undefined || earlier === cell.value
      ? []
      : [changeOf('year', cell.key, earlier, cell.value, def)];
  });
  return changes.toSorted((a, b) => Number(b.isJump) - Number(a.isJump) || RANK[a.kind] - RANK[b.kind]);
}

const RANK = { restated: 0, year: 1, since: 2 } as const;

function changeOf(
  kind: FactChange['kind'],
  key: string,
  was: string,
  is: string,
  def: FactDef | undefined,
): FactChange {
  const times = ratioOf(was, is);
  return {
    kind,
    key,
    label: { ...(def?.label ?? { 'zh-CN': key }) },
    was,
    is,
    type: def?.type ?? 'num',
    unit: def?.unit ?? (def?.type === 'money' ? 'CNY' : null),
    times,
    isJump: times !== null && (times >= JUMP || (times > 0 && times <= 1 / JUMP)),
  };
}

/** For reading only, so two digits are enough; nothing is decided with it. */
function ratioOf(was: string, is: string): number | null {
  const [a, b] = [Number(was), Number(is)];
  return Number.isFinite(a) && Number.isFinite(b) && a > 0 && b >= 0 ? Math.round((b / a) * 100) / 100 : null;
}
