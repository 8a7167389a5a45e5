import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UploadedPopulation } from '@tidu/api/studio/populations/contract';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { RequestFailed } from '../../../shared/api/request-failed.ts';
import { useInstant } from '../../../shared/format/instant.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { chinaDay } from '../china-day.ts';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { populationsQuery } from '../queries.ts';
import { sendFile } from '../send-file.ts';
import { saveSheetTemplate } from '../sheet-template.ts';
import { DeletePopulation } from './delete-population.tsx';

interface UploadFieldProps {
  readonly populationId: string;
  readonly onChoose: (populationId: string) => void;
}

const FORMATS = { csv: 'text/csv', xlsx: 'application/octet-stream', ndjson: 'application/x-ndjson' } as const;

/** A list of firms sent before, or a new one. */
export function UploadField({ populationId, onChoose }: UploadFieldProps) {
  const m = useMessages(studioWorkMessages);
  const instant = useInstant();
  const client = useQueryClient();
  const { draft } = useDraftDesk();
  const lists = useQuery(populationsQuery).data?.populations ?? [];
  const chosen = lists.find(({ id }) => id === populationId);
  const send = useMutation({
    mutationFn: (file: File) => {
      const ending = file.name.toLowerCase().split('.').at(-1);
      const format = ending === 'csv' || ending === 'xlsx' ? ending : 'ndjson';
      const query = new URLSearchParams({ draftId: draft.id, format, name: file.name });
      return sendFile<UploadedPopulation>(`/api/v1/studio/populations?${query}`, file, FORMATS[format]);
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: populationsQuery.queryKey });
      onChoose(id);
    },
  });
  return (
    <div className="mt-2 max-w-xl space-y-3">
      {lists.length > 0 && (
        <div>
          <label htmlFor="population-list" className="block text-small text-ink-2">
            {m.whichList}
          </label>
          <div className="flex flex-wrap items-center gap-2">
            <select
              id="population-list"
              className="control max-w-md flex-1"
              value={populationId}
              onChange={(event) => onChoose(event.target.value)}
            >
              <option value="">{m.chooseList}</option>
              {lists.map((list) => (
                <option key={list.id} value={list.id}>
                  {m.listNamed(list.name, list.firms.toLocaleString(), `${list.by.name} ${instant(list.by.at)}`)}
                </option>
              ))}
            </select>
            {chosen?.mayDelete && <DeletePopulation list={chosen} onDeleted={() => onChoose('')} />}
          </div>
        </div>
      )}
      <div>
        <label htmlFor="population-file" className="block text-small text-ink-2">
          {m.populationFile}
        </label>
        <div className="flex flex-wrap items-center gap-2">
          <input
            id="population-file"
            type="file"
            accept=".csv,.xlsx,.ndjson,.jsonl"
            aria-describedby="population-hint"
            className="control max-w-md flex-1 py-2"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) send.mutate(file);
            }}
          />
          <TemplateButton />
        </div>
        <p id="population-hint" className="mt-1 text-caption text-ink-3">
          {m.populationHint}
        </p>
      </div>
      {send.isPending && <p role="status">{m.readingFile}</p>}
      {send.isError && <Refused error={send.error} />}
      {send.data && <Read list={send.data} />}
    </div>
  );
}

function TemplateButton() {
  const m = useMessages(studioWorkMessages);
  const { locale } = useLocale();
  const { doc } = useDraftDesk();
  const download = useMutation({
    mutationFn: () =>
      saveSheetTemplate(doc, m.listTemplateFile, { locale, words: m.templateWords, today: chinaDay(new Date()) }),
  });
  return (
    <Button size="dense" look="quiet" busy={download.isPending} onClick={() => download.mutate()}>
      {m.template}
    </Button>
  );
}

const MOST_LINES = 20;

function Read({ list }: { readonly list: UploadedPopulation }) {
  const m = useMessages(studioWorkMessages);
  const told = list.problems.slice(0, MOST_LINES);
  return (
    <>
      <p role="status" className="text-small text-ink-2">
        {m.firmsRead(list.firms.toLocaleString())}
      </p>
      {list.skipped > 0 && (
        <Notice tone="open" title={m.linesLeftOut(list.skipped)}>
          <ul className="text-small">
            {told.map(({ line, problem }) => (
              <li key={line}>{m.skippedRow(line, problem)}</li>
            ))}
          </ul>
          {list.skipped > told.length && <p className="text-small">{m.moreLines(list.skipped - told.length)}</p>}
        </Notice>
      )}
    </>
  );
}

function Refused({ error }: { readonly error: Error }) {
  const details = error instanceof RequestFailed ? error.details.slice(0, MOST_LINES) : [];
  return (
    <Notice tone="error" title={error.message}>
      <ul className="text-small">
        {details.map(({ path, message, fix }) => (
          <li key={`${path} ${message}`}>{fix ? `${message}。${fix}` : message}</li>
        ))}
      </ul>
    </Notice>
  );
}
