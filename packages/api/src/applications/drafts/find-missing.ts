import { deriveFacts, evaluateReference, type FactState, type Facts } from '@tidu/rules';
import type { FileRow } from '../../files/queries.ts';
import type { Detail } from '../../http/api-error.ts';
import { type Locale, message } from '../../messages/say.ts';
import type { Material } from '../../schemes/scheme.ts';
import type { Assessed } from './assess-draft.ts';
import type { Evidence } from './case-facts.ts';
import { type CaseRules, yearsAsked } from './case-rules.ts';
import type { DraftContent } from './contract.ts';

export interface Checked {
  readonly rules: CaseRules;
  readonly content: DraftContent;
  readonly facts: Facts;
  readonly assessed: Assessed;
  /** The firm's files among those named. */
  readonly files: readonly FileRow[];
  readonly mayDefer: boolean;
  /** Files put behind figures that count. */
  readonly evidence: Evidence;
  readonly locale: Locale;
}

const absent = (path: string, what: string, args: Readonly<Record<string, string>> = {}, fix = what): Detail => ({
  path,
  message: message(`api.missing.${what}`, args),
  fix: message(`api.fix.missing.${fix}`),
});

/** Everything that stands between a draft and its submission, all at once, each with its place and what to do. */
export function findMissing(checked: Checked): readonly Detail[] {
  const { rules, content } = checked;
  const { pool, awards } = rules.scheme.document;
  return [
    ...(content.projectName.trim() === '' ? [absent('projectName', 'project-name')] : []),
    ...(awards.length > 0 && content.awards.length === 0 ? [absent('awards', 'awards')] : []),
    ...content.awards.flatMap((id, i) => (awards.includes(id) ? [] : [unknown(`awards.${i}`, 'award')])),
    ...(pool !== undefined && content.claim === undefined ? [absent('claim', 'claim')] : []),
    ...missingFacts(checked),
    ...ofEvidence(checked),
    ...rules.scheme.document.materials.flatMap((material) => ofMaterial(material, checked)),
    ...strayMaterials(checked),
  ];
}

const unknown = (path: string, what: 'award' | 'material'): Detail => ({
  path,
  message: message(`api.unknown-${what}`),
  fix: message(`api.fix.unknown-${what}`),
});

function strayMaterials({ rules, content }: Checked): readonly Detail[] {
  const known = new Set(rules.scheme.document.materials.map(({ id }) => id));
  const named = [...new Set([...Object.keys(content.materials), ...content.deferrals])];
  return named.filter((id) => !known.has(id)).map((id) => unknown(`materials.${id}`, 'material'));
}

/** Facts the result still depends on and nobody has answered; "not known yet" is an answer. */
function missingFacts({ rules, content, facts, assessed, locale }: Checked): readonly Detail[] {
  if (!assessed.ok) return [];
  const needs = needsOf(rules, content, assessed);
  const years = yearsAsked(rules);
  return rules.asked.flatMap((def) => {
    if (!needs.has(def.id)) return [];
    const label = def.label?.[locale] ?? def.id;
    const open = openYears(facts[def.id], years.get(def.id) ?? []);
    if (open === 'all') return [absent(`facts.${def.id}`, 'fact', { label })];
    return open.map((year) => absent(`facts.${def.id}.${year}`, 'fact', { label: `${label} ${year}` }));
  });
}

function openYears(state: FactState | undefined, years: readonly string[]): 'all' | readonly string[] {
  if (state === undefined) return 'all';
  if (years.length === 0 || !('known' in state) || typeof state.known !== 'object') return [];
  return years.filter((year) => !Object.hasOwn(state.known as object, year));
}

/** What the tiers and awards asked for depend on, through the policies that fill some of their facts as well. */
function needsOf(rules: CaseRules, { awards }: DraftContent, assessed: Assessed): ReadonlySet<string> {
  if (!assessed.ok) return new Set();
  const { tiers } = rules.scheme.document;
  const { decision } = assessed.explanation;
  const needs = new Set([
    ...decision.tiers.filter(({ tier }) => tiers.includes(tier)).flatMap((each) => each.needs),
    ...decision.awards.filter(({ award }) => awards.includes(award)).flatMap((each) => each.needs),
  ]);
  const { docs, version } = rules.picked;
  for (const { id, derive } of version.doc.facts) {
    const source =
      derive && needs.has(id) ? docs.find((doc) => doc.id === derive.policy && isIn(doc, rules)) : undefined;
    if (!source) continue;
    const known = deriveFacts(docs, source, rules.dates, assessed.firm.facts);
    for (const tier of evaluateReference(source, rules.dates, known).tiers)
      for (const need of tier.needs) needs.add(need);
  }
  return needs;
}

const isIn = ({ inForce }: { readonly inForce: { from: string; to?: string } }, { dates }: CaseRules): boolean =>
  inForce.from <= dates.filing && (inForce.to === undefined || dates.filing <= inForce.to);

/** Whether a material is asked for: always, or where the fact it goes with was given. */
export function isAskedFor({ whenFact }: Material, facts: Facts): boolean {
  if (whenFact === undefined) return true;
  const state = facts[whenFact];
  if (state === undefined || !('known' in state)) return false;
  return ![false, 'none', '0', ''].includes(state.known as string | boolean);
}

function ofMaterial(material: Material, { content, facts, files, mayDefer, locale }: Checked): readonly Detail[] {
  const path = `materials.${material.id}`;
  const label = material.label[locale];
  const ids = content.materials[material.id] ?? [];
  const isPromised = content.deferrals.includes(material.id);
  const wrongPromise = (what: string): Detail => ({
    path,
    message: message(`api.${what}`, { label }),
    fix: message(`api.fix.${what}`),
  });
  if (ids.length > 0)
    return ids.flatMap((id) =>
      ofFile(
        path,
        files.find((file) => file.id === id),
      ),
    );
  if (isPromised && material.kind === 'main') return [wrongPromise('material-not-late')];
  if (isPromised && !mayDefer) return [wrongPromise('broken-promise')];
  if (isPromised || !material.required || !isAskedFor(material, facts)) return [];
  const fix = material.kind === 'late' && mayDefer ? 'material-late' : 'material';
  return [absent(path, 'material', { label }, fix)];
}

const ofEvidence = ({ evidence, files }: Checked): readonly Detail[] =>
  Object.entries(evidence).flatMap(([key, ids]) =>
    ids.flatMap((id) =>
      ofFile(
        `evidence.${key}`,
        files.find((file) => file.id === id),
      ),
    ),
  );

function ofFile(path: string, file: FileRow | undefined): readonly Detail[] {
  if (!file || file.deletedAt !== null)
    return [{ path, message: message('api.file-unknown'), fix: message('api.fix.file-unknown') }];
  if (file.state === 'clean') return [];
  return [
    { path, message: message('api.file-not-ready', { name: file.name }), fix: message('api.fix.file-not-ready') },
  ];
}
