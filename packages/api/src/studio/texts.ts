import type { Reader } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { listVersions } from '../policies/queries.ts';
import type { DraftDocument, PatchOp } from './contract.ts';
import { hashOfDraft } from './document-hash.ts';
import { applyOps } from './drafts/json-ops.ts';
import { listEditsSince, readDraftRow, type StudioDraftRow } from './drafts/queries.ts';

/** A text of the library: a stored version, a draft, or a draft as it stood. */
export interface StudioText {
  readonly ref: string;
  readonly policyId: string;
  readonly title: string;
  readonly document: DraftDocument;
  readonly hash: string;
  readonly parks: readonly string[] | null;
  readonly draft?: StudioDraftRow;
}

export const versionRef = (policyId: string, inForceFrom: string): string => `version:${policyId}:${inForceFrom}`;
export const draftRef = (id: string): string => `draft:${id}`;

/** Reads a text by its reference; 404 where there is none. */
export async function readText(db: Reader, ref: string): Promise<StudioText> {
  const [kind, name = '', from = ''] = ref.split(':');
  if (kind === 'version') return readVersion(db, ref, name, from);
  const [id = '', version] = name.split('@');
  const draft = await readDraftRow(db, id);
  if (!draft) throw new ApiError(404, 'not-found');
  const document =
    version === undefined ? documentOf(draft) : (await documentAtVersion(db, draft, Number(version))).document;
  const hash = version === undefined ? draft.hash : hashOfDraft(document);
  return { ref, policyId: draft.policyId, title: draft.title, document, hash, parks: parksOf(draft), draft };
}

async function readVersion(db: Reader, ref: string, policyId: string, from: string): Promise<StudioText> {
  const found = (await listVersions(db)).find(({ doc }) => doc.id === policyId && doc.inForce.from === from);
  if (!found) throw new ApiError(404, 'not-found');
  const { doc, hash, parks } = found;
  const document = doc as unknown as DraftDocument;
  return {
    ref,
    policyId,
    title: `${doc.label?.['zh-CN'] ?? doc.id} ${doc.version}`,
    document,
    hash,
    parks: parks ?? null,
  };
}

export const documentOf = ({ document }: StudioDraftRow): DraftDocument => JSON.parse(document) as DraftDocument;

export const parksOf = ({ parks }: Pick<StudioDraftRow, 'parks'>): string[] | null =>
  parks === null ? null : (JSON.parse(parks) as string[]);

/** The text as it stood after a saving: later savings are taken back one by one. */
export async function documentAtVersion(
  db: Reader,
  draft: StudioDraftRow,
  version: number,
): Promise<{ readonly version: number; readonly document: DraftDocument }> {
  if (version > draft.version) throw new ApiError(404, 'not-found');
  const later = await listEditsSince(db, draft.id, version);
  const inverse = later.toReversed().flatMap((edit) => JSON.parse(edit.inverse) as PatchOp[]);
  return { version, document: applyOps(documentOf(draft), inverse).document as DraftDocument };
}
