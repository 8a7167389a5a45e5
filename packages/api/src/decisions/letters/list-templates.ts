import type { Reader } from '../../db/open-database.ts';
import { type Actor, hasStaffRole } from '../../identity/actor.ts';
import { namePeople } from '../../identity/name-people.ts';
import { LETTER_KINDS } from '../letter-kinds.ts';
import { countLetters, type LetterTemplateRow, listTemplates } from '../queries.ts';
import type { LetterTemplate, LetterTemplates } from './contract.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { CASE_PREVIEWERS } from './preview-template.ts';
import { SHIPPED_TEMPLATES } from './shipped-templates.ts';

type Listed = LetterTemplates['templates'][number];

/** The office's own versions, the last first, and the texts that come with the program as version 0; where each is used. */
export async function describeTemplates(db: Reader, actor: Actor): Promise<LetterTemplates> {
  const rows = await listTemplates(db);
  const names = await namePeople(
    db,
    rows.flatMap(({ savedBy, publishedBy }) => [savedBy, publishedBy ?? savedBy]),
  );
  const issued = await countLetters(db);
  const lettersOf = ({ kind, version }: Pick<Listed, 'kind' | 'version'>): number =>
    issued.find((each) => each.kind === kind && each.version === version)?.letters ?? 0;
  const isApprover = hasStaffRole(actor, ['policy-approver']);
  const templates = LETTER_KINDS.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const current = own.find(({ status }) => status === 'published')?.version ?? 0;
    const listed = [...own.map((row) => stored(row, names)), shipped(kind)];
    return listed.map((each) => ({
      ...each,
      isCurrent: each.version === current,
      letters: lettersOf(each),
      mayPublish:
        isApprover &&
        each.status === 'draft' &&
        !own.some((row) => isOf(row, each, actor.userId)) &&
        each.version > current,
    }));
  });
  return {
    placeholders: [...PLACEHOLDERS],
    templates,
    mayEdit: hasStaffRole(actor, ['policy-editor']),
    mayUseCase: hasStaffRole(actor, CASE_PREVIEWERS),
  };
}

const isOf = (row: LetterTemplateRow, { version }: Pick<Listed, 'version'>, userId: string): boolean =>
  row.version === version && row.savedBy === userId;

const shipped = (kind: Listed['kind']) => ({
  kind,
  version: 0,
  status: 'published' as const,
  document: SHIPPED_TEMPLATES[kind],
  isShipped: true,
  saved: null,
  published: null,
});

const stored = (row: LetterTemplateRow, names: ReadonlyMap<string, string>) => ({
  kind: row.kind,
  version: row.version,
  status: row.status,
  document: JSON.parse(row.document) as LetterTemplate,
  isShipped: false,
  saved: { at: row.savedAt, by: names.get(row.savedBy) ?? '' },
  published: row.publishedAt === null ? null : { at: row.publishedAt, by: names.get(row.publishedBy ?? '') ?? '' },
});
