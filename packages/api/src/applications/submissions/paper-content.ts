import {
  baseYear,
  type FactDef,
  type FactState,
  formatDate,
  formatQuantity,
  type PolicyDoc,
  sentenceOf,
  unitOfFact,
} from '@tidu/rules';
import { timeInChina } from '../../day-in-china.ts';
import type { PaperContent, PaperRow } from '../../documents/table-paper.ts';
import { factKey } from '../../firms/facts/fact-key.ts';
import { type Locale, message, say } from '../../messages/say.ts';
import type { SchemeDocument } from '../../schemes/scheme.ts';
import type { Submission } from './contract.ts';

interface Around {
  readonly scheme: SchemeDocument;
  readonly policy: PolicyDoc;
  readonly facts: readonly FactDef[];
  readonly locale: Locale;
}

/** A submission as people read it: exactly what was frozen, with the words and units of its own policy version. */
export function paperContent(submission: Submission, around: Around): PaperContent {
  const { scheme, locale } = around;
  const t = (key: string, args: Readonly<Record<string, string>> = {}) =>
    say(message(`api.paper.${key}`, args), locale);
  const { content } = submission;
  const row = (name: string, value: string, note = ''): PaperRow => ({ name, value, note });
  const money = (yuan: string | undefined) => (yuan === undefined ? '' : formatQuantity(yuan, 'CNY', locale, 'exact'));
  const list = (title: string, rows: readonly PaperRow[], text = '') =>
    rows.length === 0 && text === '' ? [] : [{ title, rows, text }];
  return {
    title: t('title', { scheme: scheme.label[locale] }),
    lead: [
      row(t('number'), submission.number, submission.round > 1 ? t('round', { round: String(submission.round) }) : ''),
      row(t('firm'), content.firm.name, content.firm.creditCode),
      row(t('project'), content.projectName),
      ...(content.claim === undefined ? [] : [row(t('claim'), money(content.claim))]),
      row(t('signed'), content.signature.name, `${timeInChina(submission.submittedAt)} (UTC+8)`),
      row(
        t('receipt'),
        submission.receiptNumber,
        t('policy', { from: formatDate(submission.policyInForceFrom, locale) }),
      ),
    ],
    sections: [
      ...list(t('facts'), factRows(submission, around)),
      ...list(t('materials'), materialRows(submission, around)),
      ...list(
        t('promised'),
        content.deferrals.map((id) => row(labelOf(scheme, id, locale), t('later'))),
      ),
      ...list(
        t('funding'),
        content.otherFunding.map((each) =>
          row(`${each.source} ${each.project}`, money(each.amount), each.year ? String(each.year) : ''),
        ),
      ),
      ...list(
        t('costs'),
        content.costItems.map((each) => row(each.name, money(each.amount), each.year ? String(each.year) : '')),
      ),
      ...list(t('notes'), [], content.notes),
      ...list(t('result'), resultRows(submission, around), content.confirmedNotEligible ? t('confirmed') : ''),
      ...list(t('declaration'), [], content.signature.declaration),
    ],
    foot: t('foot', { digest: submission.digest, engine: submission.engineVersion, policy: submission.policyHash }),
  };
}

const labelOf = (scheme: SchemeDocument, id: string, locale: Locale): string =>
  scheme.materials.find((each) => each.id === id)?.label[locale] ?? id;

function factRows({ facts, content }: Submission, { facts: defs, locale }: Around): readonly PaperRow[] {
  const t = (key: string) => say(message(`api.paper.${key}`), locale);
  return Object.entries(facts as Readonly<Record<string, FactState>>).flatMap(([id, state]) => {
    const def = defs.find((each) => each.id === id);
    const name = def?.label?.[locale] ?? def?.label?.['zh-CN'] ?? id;
    const origin = (year = '') => {
      const { source, evidence = [] } = content.sources[factKey(id, year)] ?? {};
      if (!source) return t('source.derived');
      return evidence.length === 0
        ? t(`source.${source}`)
        : `${t(`source.${source}`)} · ${say(message('api.paper.evidence', { n: String(evidence.length) }), locale)}`;
    };
    if (!def || 'disputed' in state) return [];
    if ('state' in state) return [{ name, value: t(state.state), note: origin() }];
    const { known } = state;
    if (typeof known !== 'object') return [{ name, value: valueText(def, known, locale), note: origin() }];
    if (Array.isArray(known))
      return [{ name, value: say(message('api.paper.records', { n: String(known.length) }), locale), note: origin() }];
    return Object.entries(known as Readonly<Record<string, string | null>>).map(([year, figure]) => ({
      name: `${name} ${year}`,
      value:
        figure === null
          ? t('unknown')
          : figure === 'notApplicable'
            ? t('notApplicable')
            : valueText(def, figure, locale),
      note: origin(year),
    }));
  });
}

function valueText(def: FactDef, value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return say(message(value ? 'api.paper.yes' : 'api.paper.no'), locale);
  const text = String(value);
  if (def.type === 'date') return formatDate(text, locale);
  if (def.type === 'enum') return def.domain?.values?.find(({ id }) => id === text)?.label[locale] ?? text;
  const unit = unitOfFact(def);
  return unit === undefined ? text : formatQuantity(text, unit, locale, 'exact');
}

const materialRows = ({ content }: Submission, { scheme, locale }: Around): readonly PaperRow[] =>
  content.materials.flatMap(({ materialId, files }) =>
    files.map((file) => ({
      name: labelOf(scheme, materialId, locale),
      value: file.name,
      note: `${file.algorithm} ${file.digest}`,
    })),
  );

/** The first lines of the reason tree for what was asked for: each tier or award with what decided it. */
function resultRows(
  { explanation, content, dates }: Submission,
  { scheme, policy, locale }: Around,
): readonly PaperRow[] {
  const year = baseYear(dates as never);
  const asked = explanation.kids.filter(
    ({ kind, id }) =>
      (kind === 'tier' && scheme.tiers.includes(id)) || (kind === 'award' && content.awards.includes(id)),
  );
  return asked.flatMap((node) => [
    {
      name: node.label?.[locale] ?? node.label?.['zh-CN'] ?? node.id,
      value: node.verdict ? say(message(`verdict.${node.verdict}`), locale) : '',
      note: '',
    },
    ...node.kids.map((kid) => ({ name: '', value: sentenceOf(kid, policy, locale, year), note: '' })),
  ]);
}
