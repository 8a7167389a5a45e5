import { renderMessage } from '@tidu/rules';
import { selfCheckImportMessages } from '../../../messages/self-check-import-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import type { UnderstoodSheet } from './understand-sheet.ts';

/** Headers that match no question, stand twice or lack a unit: where, what, and how to put it right. */
export function HeaderNotes({ sheet }: { readonly sheet: UnderstoodSheet }) {
  const m = useMessages(selfCheckImportMessages);
  const { locale } = useLocale();
  if (sheet.headers.some(({ problem }) => problem.code === 'sheet-no-columns')) {
    return (
      <Notice tone="error" title={m.noColumns}>
        {m.noColumnsFix}
      </Notice>
    );
  }
  if (sheet.headers.length === 0) return null;
  const errors = sheet.headers.filter(({ problem }) => problem.level === 'error');
  const rows = errors.length > 0 ? errors : sheet.headers;
  return (
    <DataTable
      caption={m.leftOutTitle}
      rows={rows}
      rowId={({ at }) => at}
      columns={[
        { id: 'at', head: m.column.at, cell: ({ at }) => at, rowHead: true },
        { id: 'what', head: m.column.header, cell: ({ problem }) => renderMessage(problem.msg, locale) },
        {
          id: 'fix',
          head: m.column.fix,
          cell: ({ problem }) => (problem.fix ? renderMessage(problem.fix, locale) : ''),
        },
      ]}
    />
  );
}
