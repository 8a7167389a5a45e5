import { changeState } from '../applications/change-state.ts';
import { type ApplicationRow, readApplication } from '../applications/queries.ts';
import type { PersonalAct } from '../audit/act.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { holdFiles } from '../files/hold-files.ts';
import { filesByIds } from '../files/queries.ts';
import { refuseAll } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import type { AppealRequest } from './contract.ts';
import { appeals } from './table.ts';

/** A refused firm asks that another person decide again (申请复核), with reasons and new evidence. */
export const fileAppeal = (
  act: PersonalAct,
  { applicationId, version, reason, fileIds }: AppealRequest & { readonly applicationId: string },
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const before = await readApplication(tx, applicationId);
    const details = { files: fileIds.length };
    const row = await changeState(tx, act, { applicationId, event: 'appeal', version, reason, details });
    const known = await filesByIds(tx, before?.firmId ?? '', fileIds);
    const usable = new Set(known.filter((f) => f.deletedAt === null && f.state !== 'rejected').map(({ id }) => id));
    const unknown = fileIds.flatMap((id, i) =>
      usable.has(id) ? [] : [{ path: `fileIds.${i}`, message: message('api.detail.no-such-file') }],
    );
    if (unknown.length > 0) throw refuseAll('invalid-request', unknown);
    await tx.insert(appeals).values({
      applicationId,
      reason,
      fileIds: JSON.stringify(fileIds),
      filedAt: act.now.toISOString(),
      filedBy: act.actor.userId,
      filedByName: act.actor.name,
    });
    await holdFiles(tx, fileIds, `appeal:${applicationId}`);
    return row;
  });
