import {
  type AskGroup,
  columnsOf,
  type Dates,
  type FactDef,
  type Id,
  type PolicyDoc,
  type Text,
  walkDoc,
} from '@tidu/rules';

/** The steps of the form, in the order people know their figures. Judgements come last: a person will decide them. */
export type StepId = AskGroup | 'judgement';
export const STEP_ORDER: readonly StepId[] = [
  'identity',
  'people',
  'finance',
  'property',
  'funding',
  'credit',
  'project',
  'judgement',
];

interface Asked {
  readonly id: Id;
  readonly step: StepId;
  readonly label: Text;
  readonly question: Text;
  readonly where?: Text;
  /** Policies that use it. */
  readonly policies: readonly Id[];
}

export type Question =
  | (Asked & {
      readonly kind: 'fact';
      readonly def: FactDef;
      /** Fiscal years of a series, oldest first. */
      readonly years: readonly string[];
      /** What the policy takes while nobody answers, and why. */
      readonly assumed?: Text;
    })
  | (Asked & { readonly kind: 'judgement' });

/** Every question the policies ask, each once, in the order of the form. Same id means same question. */
export function questionsOf(docs: readonly PolicyDoc[], dates: Dates): readonly Question[] {
  const years = yearsOf(docs, dates);
  const found = new Map<Id, Question>();
  for (const doc of docs) {
    for (const def of doc.facts) {
      const had = found.get(def.id);
      if (had) found.set(def.id, { ...had, policies: [...had.policies, doc.id] });
      else if (def.ask && !def.derive) found.set(def.id, factQuestion(doc.id, def, years.get(def.id) ?? []));
    }
    addJudgements(doc, found);
  }
  return [...found.values()].toSorted((a, b) => STEP_ORDER.indexOf(a.step) - STEP_ORDER.indexOf(b.step));
}

function factQuestion(policy: Id, def: FactDef, years: readonly string[]): Question {
  const label = def.label ?? { 'zh-CN': def.id };
  return {
    kind: 'fact',
    id: def.id,
    step: def.ask?.group ?? 'project',
    label,
    question: def.ask?.question ?? label,
    ...(def.ask?.where ? { where: def.ask.where } : {}),
    policies: [policy],
    def,
    years,
    ...(typeof def.ifMissing === 'object' ? { assumed: def.ifMissing.why } : {}),
  };
}

function addJudgements(doc: PolicyDoc, found: Map<Id, Question>): void {
  walkDoc(doc, (node) => {
    if (node.k !== 'judgement' || node.id === undefined || found.has(node.id)) return;
    const label = node.label ?? node.question;
    const { id, question } = node;
    found.set(id, { kind: 'judgement', id, step: 'judgement', label, question, policies: [doc.id] });
  });
}

/** The fiscal years each series is looked at, as the sheet of firms has them. */
function yearsOf(docs: readonly PolicyDoc[], dates: Dates): ReadonlyMap<Id, readonly string[]> {
  const years = new Map<Id, string[]>();
  for (const column of columnsOf(docs, dates)) {
    if (column.fact === undefined || column.year === undefined) continue;
    years.set(column.fact, [...(years.get(column.fact) ?? []), column.year]);
  }
  return years;
}

/** Every fiscal year asked in a step, oldest first: the columns of its figures. */
export const yearsOfStep = (questions: readonly Question[], step: StepId): readonly string[] =>
  [...new Set(questions.flatMap((q) => (q.kind === 'fact' && q.step === step ? q.years : [])))].toSorted();

/** The amounts by year of a step; where there are several they share one unit. */
export const amountsOf = (questions: readonly Question[], step: StepId): readonly Question[] =>
  questions.filter((q) => q.kind === 'fact' && q.step === step && q.def.type === 'series' && q.def.unit === 'CNY');

/** DOM ids of the fields of a question: the error summary and the next questions link to them. */
export const fieldOf = (id: Id, part?: string): string => (part === undefined ? `q-${id}` : `q-${id}-${part}`);
