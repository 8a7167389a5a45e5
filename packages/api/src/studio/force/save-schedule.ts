import type { PersonalAct } from '../../audit/act.ts';
import type { DraftDocument, PatchOp } from '../contract.ts';
import { type Changed, changeDocument } from '../drafts/change-document.ts';

interface Schedule {
  readonly version: number;
  readonly inForceFrom: string;
  readonly inForceTo?: string | null | undefined;
}

/** Sets when the text is to be in force (施行日). It stands in the text, so it is approved with it. */
export const saveSchedule = (act: PersonalAct, draftId: string, schedule: Schedule): Promise<Changed> =>
  changeDocument(act, {
    draftId,
    version: schedule.version,
    kind: 'edit',
    summary: `施行日 ${schedule.inForceFrom}`,
    opsFor: (document) => opsFor(document, schedule),
    mayRebase: true,
  });

function opsFor(document: DraftDocument, { inForceFrom, inForceTo }: Schedule): readonly PatchOp[] {
  const was = document.inForce as { readonly from?: string; readonly to?: string } | undefined;
  const to = inForceTo === undefined ? was?.to : (inForceTo ?? undefined);
  const value = { from: inForceFrom, ...(to === undefined ? {} : { to }) };
  // A version named after its first day keeps being named so.
  const isNamedAfter = document.version === was?.from;
  return [
    { op: was === undefined ? 'add' : 'replace', path: 'inForce', value },
    ...(isNamedAfter ? [{ op: 'replace' as const, path: 'version', value: inForceFrom }] : []),
  ];
}
