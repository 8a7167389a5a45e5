import type { Reader } from '../../db/open-database.ts';
import { filesByIds } from '../../files/queries.ts';
import { evidenceOf, type FactRow, keyOf, listCurrentFacts } from '../../firms/facts/queries.ts';
import type { Actor } from '../../identity/actor.ts';
import { namePeopleFor } from '../../identity/name-people.ts';
import type { Locale } from '../../messages/say.ts';
import type { CaseFigure } from './contract.ts';
import { fileOf, textOf } from './figures.ts';

type Figure = Omit<CaseFigure, 'now'>;

/** Figures of a case beside what the firm's profile holds of them now: what was proven since the submission shows there. */
export async function withPresent(
  db: Reader,
  firmId: string,
  figures: readonly Figure[],
  { actor, locale }: { readonly actor: Actor; readonly locale: Locale },
): Promise<CaseFigure[]> {
  const rows = new Map((await listCurrentFacts(db, firmId)).map((row) => [keyOf(row), row]));
  const shown = figures.flatMap(({ key }) => rows.get(key) ?? []);
  const files = await filesByIds(db, firmId, shown.flatMap(evidenceOf));
  const names = await namePeopleFor(
    db,
    actor,
    shown.map(({ recordedBy }) => recordedBy),
    locale,
  );
  const present = (row: FactRow, submitted: string): NonNullable<CaseFigure['now']> => {
    const value = row.state === 'known' ? textOf(JSON.parse(row.value ?? 'null')) : null;
    return {
      id: row.id,
      isSame: value === submitted,
      value,
      source: row.source,
      evidence: evidenceOf(row).flatMap((id) => files.filter((file) => file.id === id).map(fileOf)),
      note: row.note,
      recordedAt: row.recordedAt,
      recordedByName: names.get(row.recordedBy) ?? row.recordedBy,
    };
  };
  return figures.map((figure) => {
    const row = rows.get(figure.key);
    return { ...figure, now: row ? present(row, figure.value) : null };
  });
}
