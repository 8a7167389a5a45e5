import { useQueryClient } from '@tanstack/react-query';
import type { EvidenceFile } from '@tidu/api/files/contract';
import { useRef, useState } from 'react';
import { filesMessages } from '../../messages/files-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { filesQuery } from './queries.ts';
import { sendFile } from './send-file.ts';

/** A file on its way, or one that was refused with the reason. */
export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly share: number;
  readonly problem?: string;
}

export interface Uploads {
  readonly all: readonly Upload[];
  readonly send: (files: readonly File[]) => void;
  readonly retry: (upload: Upload) => void;
  /** Stops one under way, or takes a refused one off the list. */
  readonly drop: (upload: Upload) => void;
}

export interface Sent {
  /** One file has arrived. */
  readonly onSent?: ((file: EvidenceFile) => void) | undefined;
  /** None is under way any more: all that have arrived since the last time. */
  readonly onAllSent?: ((files: readonly EvidenceFile[]) => void) | undefined;
}

/** Sends files side by side and keeps what is to be shown of them. */
export function useUploads(firmId: string, told: Sent = {}): Uploads {
  const m = useMessages(filesMessages);
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const [all, setAll] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const next = useRef(0);
  const arrived = useRef<readonly EvidenceFile[]>([]);
  // An upload ends long after the page was drawn that began it: the page of by then is told.
  const latest = useRef(told);
  latest.current = told;
  const change = (id: number, to: Partial<Upload>) =>
    setAll((list) => list.map((each) => (each.id === id ? { ...each, ...to } : each)));
  const remove = (id: number) => setAll((list) => list.filter((each) => each.id !== id));
  const start = async (file: File) => {
    next.current += 1;
    const id = next.current;
    const stop = new AbortController();
    stops.current.set(id, stop);
    setAll((list) => [...list, { id, file, share: 0 }]);
    try {
      const sent = await sendFile(firmId, file, { onProgress: (share) => change(id, { share }), signal: stop.signal });
      remove(id);
      show(m.sent(file.name));
      await client.invalidateQueries(filesQuery(firmId));
      arrived.current = [...arrived.current, sent];
      latest.current.onSent?.(sent);
    } catch (error) {
      if (stop.signal.aborted) remove(id);
      else change(id, { problem: sayFailure(error, m.lost) });
    } finally {
      stops.current.delete(id);
      if (stops.current.size === 0) tellAll();
    }
  };
  const tellAll = () => {
    const files = arrived.current;
    arrived.current = [];
    if (files.length > 0) latest.current.onAllSent?.(files);
  };
  const drop = ({ id }: Upload) => {
    stops.current.get(id)?.abort();
    remove(id);
  };
  return {
    all,
    send: (files) => files.forEach((file) => void start(file)),
    retry: (upload) => {
      drop(upload);
      void start(upload.file);
    },
    drop,
  };
}

/** What the server says is wrong and how to put it right; a broken connection says nothing. */
function sayFailure(error: unknown, lost: string): string {
  if (!(error instanceof RequestFailed) || error.status === 0) return lost;
  const [detail] = error.details;
  return detail ? [detail.message, detail.fix].filter(Boolean).join('。') : error.message;
}
