import { allocationsMessages } from '../../messages/allocations-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';

interface BudgetBarProps {
  readonly budget: string;
  readonly reserved: string;
  readonly committed: string;
  readonly ordered: string;
  readonly paid: string;
  readonly recovered: string;
  readonly left: string;
}

/** How far a pool's budget has burnt down: paid, approved, reserved, left. The figures stand below, so the picture is extra. */
export function BudgetBar({ budget, reserved, committed, ordered, paid, recovered, left }: BudgetBarProps) {
  const m = useMessages(allocationsMessages);
  const format = useFormat();
  const share = (part: string): string => `${(Number(part) / Math.max(1, Number(budget))) * 100}%`;
  return (
    <div>
      <div className="flex h-3 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
        <div className="bg-celadon-strong" style={{ width: share(paid) }} />
        <div className="bg-celadon" style={{ width: share(String(Number(committed) - Number(paid))) }} />
        <div className="bg-celadon-glaze" style={{ width: share(reserved) }} />
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 text-small sm:grid-cols-4">
        <Figure label={m.budget} value={format.money(budget)} />
        <Figure label={m.committed} value={format.money(committed)} mark="bg-celadon" />
        <Figure label={m.reserved} value={format.money(reserved)} mark="bg-celadon-glaze" />
        <Figure label={m.paid} value={format.money(paid)} mark="bg-celadon-strong" />
        <Figure label={m.ordered} value={format.money(ordered)} />
        {recovered !== '0' && <Figure label={m.recovered} value={format.money(recovered)} />}
        <Figure label={m.left} value={format.money(left)} mark="bg-sunken border border-line-strong" />
      </dl>
    </div>
  );
}

function Figure({ label, value, mark }: { readonly label: string; readonly value: string; readonly mark?: string }) {
  return (
    <div>
      <dt className="flex items-center gap-1.5 text-ink-2">
        {mark && <span className={`inline-block size-2.5 rounded-full ${mark}`} aria-hidden="true" />}
        {label}
      </dt>
      <dd className="font-semibold tabular-nums">{value}</dd>
    </div>
  );
}
