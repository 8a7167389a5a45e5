import { queryOptions } from '@tanstack/react-query';
import type { LetterTemplate, LetterTemplates, TemplatePreview } from '@tidu/api/decisions/letters/contract';
import { readJson } from '../../../shared/api/read-json.ts';
import { sendJson } from '../../../shared/api/send-json.ts';

export type ListedTemplate = LetterTemplates['templates'][number];
export type LetterKind = ListedTemplate['kind'];

export const templatesPath = '/api/v1/letter-templates';
export const templatesQuery = queryOptions({
  queryKey: ['letter-templates'],
  queryFn: ({ signal }) => readJson<LetterTemplates>(templatesPath, signal),
});

/** The letter a text makes; what was there stays until the next one is. */
export const previewQuery = (kind: LetterKind, document: LetterTemplate, caseNumber: string) =>
  queryOptions({
    queryKey: ['letter-preview', kind, document, caseNumber],
    queryFn: ({ signal }) =>
      sendJson<TemplatePreview>(
        'POST',
        `${templatesPath}/${kind}/preview`,
        { document, ...(caseNumber === '' ? {} : { caseNumber }) },
        { signal },
      ),
    // A real case is looked at once: that it was is in the audit trail.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
    placeholderData: (before) => before,
  });
