import { type Diagnostic, type FactDef, formatQuantity, type Message, unitOfFact } from '@tidu/rules';
import { type Locale, message, say } from '../messages/say.ts';

/** Arguments that are ids of facts, and those that are figures of the fact named first. */
const NAMES = ['part', 'whole', 'from', 'to'];
const FIGURES = ['a', 'b'];

/**
 * A finding about a firm's facts in words for people: facts by their label and figures with their unit, where the finding
 * itself has ids and plain numbers.
 */
export function nameFacts(found: Diagnostic, facts: readonly FactDef[], locale: Locale): Diagnostic {
  const msg = named(found.msg, facts, locale);
  return found.fix ? { ...found, msg, fix: named(found.fix, facts, locale) } : { ...found, msg };
}

function named(msg: Message, facts: readonly FactDef[], locale: Locale): Message {
  const defOf = (id: string | undefined) => facts.find((def) => def.id === id);
  const part = defOf(msg.args.part);
  const unit = part && unitOfFact(part);
  const args = Object.entries(msg.args).map(([name, value]) => {
    if (NAMES.includes(name)) return [name, labelOf(defOf(value), value, locale)];
    return [name, unit && FIGURES.includes(name) ? formatQuantity(value, unit, locale, 'exact') : value];
  });
  return { key: msg.key, args: Object.fromEntries(args) };
}

const labelOf = (def: FactDef | undefined, id: string, locale: Locale): string =>
  id === 'asOf' ? say(message('rule.asOf'), locale) : (def?.label?.[locale] ?? def?.label?.['zh-CN'] ?? id);
