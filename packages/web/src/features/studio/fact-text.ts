import { type FactDef, unitOfFact } from '@tidu/rules';
import { studioMessages } from '../../messages/studio-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { isJson } from './model/shape-of.ts';

/** A fact's answer in words, in the long form or the short one of worked cases. */
export function useFactText() {
  const m = useMessages(studioMessages);
  const text = useText();
  const format = useFormat();
  const one = (def: FactDef | undefined, value: unknown): string => {
    if (value === null || value === undefined) return m.unknownFact;
    if (typeof value === 'boolean') return value ? m.yes : m.no;
    if (Array.isArray(value)) return m.records(value.length);
    if (isJson(value)) {
      if ('known' in value) return one(def, value.known);
      if ('state' in value) return value.state === 'unknown' ? m.unknownFact : m.notApplicable;
      return Object.entries(value)
        .map(([year, part]) => `${year}：${one(def, part)}`)
        .join('，');
    }
    const said = String(value);
    if (said === 'notApplicable') return m.notApplicable;
    if (said === 'true' || said === 'false') return said === 'true' ? m.yes : m.no;
    if (def?.type === 'date') return format.day(said);
    if (def?.type === 'enum') return text(def.domain?.values?.find((each) => each.id === said)?.label) || said;
    const unit = def && unitOfFact(def);
    return unit ? format.measured(said, unit) : said;
  };
  return one;
}
