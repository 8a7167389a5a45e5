import type { FactDef, Id } from '@tidu/rules';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { unitMessages } from '../../../messages/unit-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { MONEY_UNITS, type MoneyUnit } from '../../../shared/format/money-unit.ts';
import { chooseUnit } from '../model/draft-session.ts';

interface UnitSwitchProps {
  readonly ids: readonly Id[];
  readonly currency: FactDef['unit'];
  /** What the unit is of: a question, or the whole step. */
  readonly label: string;
  readonly unit: MoneyUnit;
  readonly disabled?: boolean;
}

/** 元 / 万元 / 亿元. It changes how amounts are written, never the amounts. */
export function UnitSwitch({ ids, currency, label, unit, disabled }: UnitSwitchProps) {
  const m = useMessages(selfCheckMessages);
  const words = useMessages(unitMessages);
  const nameOf = (each: MoneyUnit): string => (currency === 'USD' ? m.usd[each] : words[each]);
  return (
    <label className="inline-flex items-center gap-2 text-small text-ink-2">
      <span aria-hidden="true">{m.amountIn}</span>
      <select
        aria-label={m.unitOf(label)}
        className="control min-h-9 w-auto px-2 text-small"
        value={unit}
        disabled={disabled}
        onChange={(event) => chooseUnit(ids, event.target.value as MoneyUnit)}
      >
        {MONEY_UNITS.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
