import type { PersonalAct } from '../../audit/act.ts';
import { dayInChina } from '../../day-in-china.ts';
import { refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import type { DraftDocument } from '../contract.ts';

interface Clause {
  readonly text?: unknown;
  readonly accepted?: unknown;
}

/** Autosave takes a moment: what was accepted just before midnight is still of that day. */
const GRACE_MS = 5 * 60_000;

const clausesOf = ({ untranslatable }: DraftDocument): readonly Clause[] =>
  Array.isArray(untranslatable) ? untranslatable.filter((each) => typeof each === 'object' && each !== null) : [];

/**
 * A person accepts a clause that is no rule (认可未写成规则的条款) for themselves only. INVARIANT (own-acceptance): an acceptance
 * is the one that stood for these very words, or of the person who saves, of today.
 */
export function refuseForeignAcceptance(act: PersonalAct, before: DraftDocument, after: DraftDocument): void {
  const keyOf = ({ text, accepted }: Clause): string => JSON.stringify([text, accepted]);
  const stood = new Set(clausesOf(before).map(keyOf));
  const days = [act.now, new Date(act.now.getTime() - GRACE_MS)].map(dayInChina);
  const own = new Set(days.map((on) => signed(act.actor.name, on)));
  const wrong = clausesOf(after).flatMap((clause, i) => {
    if (clause.accepted === undefined || stood.has(keyOf(clause))) return [];
    const { by, on } = (clause.accepted ?? {}) as { readonly by?: unknown; readonly on?: unknown };
    return own.has(signed(by, on)) ? [] : [`untranslatable.${i}.accepted`];
  });
  if (wrong.length === 0) return;
  throw refuseAll(
    'invalid-request',
    wrong.map((path) => ({
      path,
      message: message('api.studio.foreign-acceptance'),
      fix: message('api.fix.studio.foreign-acceptance'),
    })),
  );
}

const signed = (by: unknown, on: unknown): string => JSON.stringify([by, on]);

/** A text from elsewhere comes without acceptances: nobody here has given them. */
export function withoutAcceptances(document: DraftDocument): DraftDocument {
  if (!Array.isArray(document.untranslatable)) return document;
  const untranslatable = document.untranslatable.map((each: unknown) => {
    if (typeof each !== 'object' || each === null) return each;
    const { accepted: _, ...rest } = each as Clause;
    return rest;
  });
  return { ...document, untranslatable };
}
