import type { EvidenceFile } from '@tidu/api/files/contract';
import { sendBytes } from '../../shared/api/send-bytes.ts';
import { filesPath } from './queries.ts';

interface Sending {
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file of evidence of a firm. */
export const sendFile = (firmId: string, file: File, sending: Sending): Promise<EvidenceFile> =>
  sendBytes(filesPath(firmId), file, sending);
