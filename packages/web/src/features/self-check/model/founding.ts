import type { FactState, Facts, Id, SeriesInput } from '@tidu/rules';
import type { Question } from './questions.ts';

/** The question for the day of founding: the date asked among who the firm is. */
const foundingQuestion = (questions: readonly Question[]): Question | undefined =>
  questions.find((q) => q.kind === 'fact' && q.step === 'identity' && q.def.type === 'date');

/** The year the firm was founded, where it is known. */
export function foundingYear(questions: readonly Question[], facts: Facts): number | undefined {
  const question = foundingQuestion(questions);
  const state = question && facts[question.id];
  return state && 'known' in state && typeof state.known === 'string' ? Number(state.known.slice(0, 4)) : undefined;
}

/** Years before the firm existed do not apply (该年度尚未成立); what a person typed for such a year stands. */
export function withFounding(questions: readonly Question[], facts: Facts): Facts {
  const founded = foundingYear(questions, facts);
  if (founded === undefined) return facts;
  const filled: [Id, FactState][] = [];
  for (const q of questions) {
    if (q.kind !== 'fact' || q.def.type !== 'series') continue;
    const before = q.years.filter((year) => Number(year) < founded);
    const given = seriesOf(facts[q.id]);
    const gaps = before.filter((year) => given[year] === undefined);
    if (gaps.length === 0) continue;
    filled.push([q.id, withGaps(q, facts[q.id], gaps)]);
  }
  return filled.length === 0 ? facts : { ...facts, ...Object.fromEntries(filled) };
}

/** What was filled in last, by question: the same answer gives the same state, so nothing is decided again for it. */
const last = new WeakMap<
  Question,
  { readonly of: FactState | undefined; readonly gaps: string; readonly state: FactState }
>();

function withGaps(question: Question, of: FactState | undefined, years: readonly string[]): FactState {
  const gaps = years.join();
  const had = last.get(question);
  if (had && had.of === of && had.gaps === gaps) return had.state;
  const filled = Object.fromEntries(years.map((year) => [year, 'notApplicable']));
  const state = { known: { ...seriesOf(of), ...filled } };
  last.set(question, { of, gaps, state });
  return state;
}

/** The years given of a series; none while it is open as a whole. */
export const seriesOf = (state: FactState | undefined): SeriesInput =>
  state && 'known' in state && typeof state.known === 'object' && !Array.isArray(state.known)
    ? (state.known as SeriesInput)
    : {};
