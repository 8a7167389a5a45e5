import type { Act } from '../audit/act.ts';
import type { ByPerson } from './contract.ts';

/** Columns that say who did it. */
export const byOf = ({ actor, now }: Pick<Act, 'actor' | 'now'>) => ({
  by: actor === 'system' ? 'system' : actor.userId,
  byName: actor === 'system' ? 'system' : actor.name,
  at: now.toISOString(),
});

export const personOf = (row: { readonly by: string; readonly byName: string; readonly at: string }): ByPerson => ({
  userId: row.by,
  name: row.byName,
  at: row.at,
});

/** The same from columns that may be empty. */
export const personOrNull = (by: string | null, byName: string | null, at: string | null): ByPerson | null =>
  by === null || at === null ? null : { userId: by, name: byName ?? '', at };
