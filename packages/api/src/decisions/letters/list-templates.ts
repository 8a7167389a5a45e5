import type { Reader } from '../../db/open-database.ts';
import type { LetterTemplate } from '../contract.ts';
import { LETTER_KINDS } from '../letter-kinds.ts';
import { listTemplates } from '../queries.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { SHIPPED_TEMPLATES } from './shipped-templates.ts';

/** The texts that come with the program as version 0, and the office's own versions. */
export async function describeTemplates(db: Reader) {
  const shipped = LETTER_KINDS.map((kind) => ({
    kind,
    version: 0,
    status: 'published' as const,
    document: SHIPPED_TEMPLATES[kind],
    isShipped: true,
  }));
  const own = (await listTemplates(db)).map(({ kind, version, status, document }) => ({
    kind,
    version,
    status,
    document: JSON.parse(document) as LetterTemplate,
    isShipped: false,
  }));
  return { placeholders: [...PLACEHOLDERS], templates: [...shipped, ...own] };
}
