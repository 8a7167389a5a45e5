import type { ObjectionAttachment, ObjectionReceipt } from '@tidu/api/publicity/contract';
import { useState } from 'react';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { sendBytes } from '../../shared/api/send-bytes.ts';

/** A file chosen to go with an objection, and what has become of it. */
export interface Chosen {
  readonly id: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused';
  readonly problem?: string;
}

export interface Attachments {
  readonly all: readonly Chosen[];
  readonly choose: (files: readonly File[]) => void;
  readonly drop: (id: number) => void;
  /** Sends those that are not there yet, one after the other. */
  readonly send: (receipt: ObjectionReceipt) => Promise<void>;
}

/** Keeps the files of an objection until it is raised, and sends them after it: it stands, whatever becomes of them. */
export function useAttachments(most: number): Attachments {
  const m = useMessages(publicityMessages);
  const [all, setAll] = useState<readonly Chosen[]>([]);
  const change = (id: number, to: Partial<Chosen>) =>
    setAll((list) => list.map((each) => (each.id === id ? { ...each, ...to } : each)));
  const sendOne = async ({ id, file }: Chosen, { id: objection, filesKey }: ObjectionReceipt): Promise<void> => {
    change(id, { state: 'sending' });
    try {
      const path = `/api/v1/publicity/objections/${objection}/files`;
      await sendBytes<ObjectionAttachment>(path, file, { headers: { 'x-files-key': filesKey } });
      change(id, { state: 'sent' });
    } catch (error) {
      change(id, { state: 'refused', problem: problemOf(error, m.files.lost) });
    }
  };
  return {
    all,
    choose: (files) =>
      setAll((list) => {
        const next = (list.at(-1)?.id ?? 0) + 1;
        const more = files.map((file, i) => ({ id: next + i, file, state: 'waiting' as const }));
        return [...list, ...more].slice(0, most);
      }),
    drop: (id) => setAll((list) => list.filter((each) => each.id !== id)),
    send: async (receipt) => {
      for (const each of all) if (each.state !== 'sent') await sendOne(each, receipt);
    },
  };
}

/** What the server says is wrong and how to put it right; a broken connection says nothing. */
function problemOf(error: unknown, lost: string): string {
  if (!(error instanceof RequestFailed) || error.status === 0) return lost;
  const [detail] = error.details;
  return detail ? [detail.message, detail.fix].filter(Boolean).join('。') : error.message;
}
