import type { ReactNode } from 'react';
import { templateMessages } from '../../messages/template-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { dayOfInstant } from '../format/instant.ts';
import { useFormat } from '../format/use-format.ts';
import { Button } from './button.tsx';
import { type Column, DataTable } from './table.tsx';

interface Step {
  readonly at: string;
  readonly by: string;
}

export interface VersionRow {
  readonly version: number;
  readonly status: 'draft' | 'published';
  readonly isCurrent: boolean;
  readonly saved: Step | null;
  readonly published: Step | null;
  readonly usedBy: ReactNode;
}

interface VersionTableProps {
  readonly versions: readonly VersionRow[];
  readonly shown: number;
  readonly onShow: (version: number) => void;
}

/** The versions of a text: whose they are, which is in use, and where. */
export function VersionTable({ versions, shown, onShow }: VersionTableProps) {
  const m = useMessages(templateMessages);
  const format = useFormat();
  const step = (each: Step | null): string => (each ? m.byOn(each.by, format.day(dayOfInstant(each.at))) : '—');
  const columns: readonly Column<VersionRow>[] = [
    { id: 'version', head: m.version, rowHead: true, cell: ({ version }) => m.versionName(version) },
    {
      id: 'status',
      head: m.status,
      cell: ({ status, isCurrent }) =>
        isCurrent ? (
          <strong className="whitespace-nowrap text-celadon">{m.current}</strong>
        ) : (
          <span className="whitespace-nowrap">{m.statuses[status]}</span>
        ),
    },
    { id: 'saved', head: m.saved, wideOnly: true, cell: ({ saved }) => step(saved) },
    { id: 'published', head: m.published, wideOnly: true, cell: ({ published }) => step(published) },
    { id: 'used', head: m.usedBy, cell: ({ usedBy }) => usedBy },
    {
      id: 'show',
      head: '',
      align: 'right',
      cell: ({ version }) =>
        version === shown ? (
          <span className="text-small text-ink-2">{m.shown}</span>
        ) : (
          <Button size="dense" aria-label={m.showOf(m.versionName(version))} onClick={() => onShow(version)}>
            {m.show}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={m.versions}
      hideCaption
      columns={columns}
      rows={versions}
      rowId={({ version }) => String(version)}
    />
  );
}
