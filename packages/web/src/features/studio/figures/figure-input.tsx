import type { Unit } from '@tidu/rules';
import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { isMoney, readFigure, readWhole, type Scale, scalesFor, writeFigure } from '../model/figure-text.ts';

interface FigureInputProps {
  readonly id?: string;
  readonly label: string;
  readonly value: string | number;
  readonly unit: Unit;
  readonly isWhole?: boolean;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly disabled?: boolean;
  readonly onCommit: (next: string | number) => void;
}

const BOX =
  'min-h-9 w-20 rounded-l-2 border border-line-strong bg-raised px-2 text-right text-small tabular-nums hover:border-ink-2 disabled:border-dashed disabled:bg-sunken aria-invalid:border-seal';
const SIDE = 'min-h-9 rounded-r-2 border border-l-0 border-line-strong bg-sunken px-2 text-small text-ink-2';

/** A figure with its unit as people write it; Enter or leaving the box makes the change, Escape takes it back. */
export function FigureInput(props: FigureInputProps) {
  const { id, label, value, unit, isWhole, min, max, disabled, onCommit } = props;
  const m = useMessages(studioMessages);
  const stored = String(value);
  const scales = scalesFor(stored, unit);
  const [chosen, setChosen] = useState<Scale>();
  const scale = chosen && scales.includes(chosen) ? chosen : (scales[0] ?? 'one');
  const shown = writeFigure(stored, scale);
  const [typed, setTyped] = useState<string>();
  const text = typed ?? shown;
  const read = isWhole ? readWhole(text, min, max) : readFigure(text, scale, stored);
  const isBad = typed !== undefined && read === undefined;
  const commit = (): void => {
    if (typed === undefined || read === undefined) return;
    setTyped(undefined);
    if (typed !== shown) onCommit(read);
  };
  return (
    <span className="inline-flex flex-col">
      <span className="inline-flex">
        <input
          {...(id ? { id } : {})}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={id ? undefined : label}
          aria-invalid={isBad || undefined}
          disabled={disabled}
          data-settled={typed === undefined ? '' : undefined}
          className={BOX}
          value={text}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape') setTyped(undefined);
          }}
        />
        <UnitSide
          label={m.unitOf(label)}
          unit={unit}
          scale={scale}
          scales={scales}
          disabled={disabled}
          onChoose={setChosen}
        />
      </span>
      {isBad && (
        <span role="alert" className="mt-0.5 text-caption text-seal">
          {isWhole ? m.wholeWanted(String(min ?? 0), max === undefined ? '' : String(max)) : m.figureWanted}
        </span>
      )}
    </span>
  );
}

interface UnitSideProps {
  readonly label: string;
  readonly unit: Unit;
  readonly scale: Scale;
  readonly scales: readonly Scale[];
  readonly disabled: boolean | undefined;
  readonly onChoose: (scale: Scale) => void;
}

/** The unit beside a figure; an amount may be read in 元, 万元 or 亿元, which never changes the amount. */
function UnitSide({ label, unit, scale, scales, disabled, onChoose }: UnitSideProps) {
  const m = useMessages(studioMessages);
  if (!isMoney(unit) || scales.length < 2)
    return (
      <span className={`inline-flex min-w-11 items-center whitespace-nowrap ${SIDE}`}>
        {scale === 'percent' ? '%' : unit === 'none' || scale === 'asIs' ? '' : m.unit[unit]}
      </span>
    );
  const words = unit === 'CNY' ? m.cny : m.usd;
  return (
    <select
      aria-label={label}
      className={`min-w-[4.75rem] ${SIDE}`}
      value={scale}
      disabled={disabled}
      onChange={(event) => onChoose(event.target.value as Scale)}
    >
      {scales.map((each) => (
        <option key={each} value={each}>
          {words[each as 'one' | 'wan' | 'yi']}
        </option>
      ))}
    </select>
  );
}
