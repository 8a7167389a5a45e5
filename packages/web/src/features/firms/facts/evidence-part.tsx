import { useInfiniteQuery } from '@tanstack/react-query';
import type { EvidenceFile } from '@tidu/api/files/contract';
import { useState } from 'react';
import { firmsMessages } from '../../../messages/firms-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { FileDrop } from '../../files/file-drop.tsx';
import { FileList } from '../../files/file-list.tsx';
import { FilePreview } from '../../files/file-preview.tsx';
import { filesQuery } from '../../files/queries.ts';

interface EvidencePartProps {
  readonly firmId: string;
  /** Files behind any figure. */
  readonly files: readonly EvidenceFile[];
  readonly attached: readonly string[];
  readonly onChange: (evidence: readonly string[]) => void;
}

/** The evidence of a figure: what is attached, more from the firm's files, or a new one. */
export function EvidencePart({ firmId, files, attached, onChange }: EvidencePartProps) {
  const m = useMessages(firmsMessages);
  const all = useInfiniteQuery(filesQuery(firmId));
  const [opened, setOpened] = useState<EvidenceFile>();
  const known = [...(all.data?.pages.flatMap((page) => page.files) ?? []), ...files];
  const shown = attached.flatMap((id) => known.find((file) => file.id === id) ?? []);
  const free = (all.data?.pages.flatMap((page) => page.files) ?? []).filter(
    (file) => !attached.includes(file.id) && file.state !== 'rejected',
  );
  return (
    <section>
      <h3 className="text-h3">{m.evidence}</h3>
      <p className="mt-1 mb-3 text-small text-ink-2">{m.evidenceHint}</p>
      {shown.length === 0 && <p className="mb-3 text-ink-2">{m.evidenceNone}</p>}
      {shown.length > 0 && (
        <div className="mb-4">
          <FileList
            firmId={firmId}
            files={shown}
            onOpen={setOpened}
            actions={(file) => (
              <Button
                size="dense"
                look="quiet"
                aria-label={m.detach(file.name)}
                onClick={() => onChange(attached.filter((id) => id !== file.id))}
              >
                {m.detachShort}
              </Button>
            )}
          />
        </div>
      )}
      {free.length > 0 && (
        <div className="mb-4">
          <Select
            id="evidence-pick"
            label={m.evidencePick}
            value={undefined}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => id !== undefined && onChange([...attached, id])}
          />
        </div>
      )}
      <FileDrop
        firmId={firmId}
        id="evidence-new"
        onAllSent={(sent) => onChange([...attached, ...sent.map(({ id }) => id)])}
      />
      <FilePreview firmId={firmId} file={opened} onClose={() => setOpened(undefined)} />
    </section>
  );
}
