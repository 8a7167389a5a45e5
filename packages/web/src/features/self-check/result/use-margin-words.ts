import type { CmpOp, Margin, PolicyDoc, Unit } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';

interface MarginWords {
  /** A difference in its unit; two ratios differ by percentage points. */
  readonly difference: (by: string, unit: Unit) => string;
  /** How far to the threshold, and what would close the gap. */
  readonly gap: (margin: Margin, doc: PolicyDoc, op?: CmpOp) => readonly string[];
  readonly spare: (margin: Margin) => string;
}

export function useMarginWords(): MarginWords {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const format = useFormat();
  const difference = (by: string, unit: Unit): string =>
    unit === 'ratio' ? m.percentPoints(format.ratio(by).replace('%', '')) : format.measured(by, unit);
  const label = (doc: PolicyDoc, id: string): string => text(doc.facts.find((f) => f.id === id)?.label) || id;
  const change = (margin: Margin, doc: PolicyDoc): string | undefined => {
    const { fact, factBy, factUnit = 'none', year, along } = margin;
    if (fact === undefined || factBy === undefined) return undefined;
    const isMore = !factBy.startsWith('-');
    const name = year === undefined ? label(doc, fact) : m.move.year(label(doc, fact), String(year));
    const words = m.whatToDo(name, difference(factBy.replace('-', ''), factUnit), isMore);
    return along === undefined ? words : words + m.along(label(doc, along));
  };
  return {
    difference,
    gap: (margin, doc, op) => {
      if (margin.on !== undefined) return [m.reachedOn(format.day(margin.on))];
      // Above a ceiling a figure is over, not short.
      const words = op === 'le' || op === 'lt' ? m.over : m.gap;
      const by = words(difference(margin.by, margin.unit));
      const how = change(margin, doc);
      return how === undefined ? [by] : [by, how];
    },
    spare: (margin) => {
      if (margin.on !== undefined) return m.keptUntil(format.day(margin.on));
      return /^0+$/.test(margin.by) ? m.edge : m.spare(difference(margin.by, margin.unit));
    },
  };
}
