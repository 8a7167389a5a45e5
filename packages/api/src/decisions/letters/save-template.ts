import { hashOf } from '@tidu/rules';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import type { LetterKind } from '../letter-kinds.ts';
import { listTemplates } from '../queries.ts';
import { letterTemplates } from '../table.ts';
import type { LetterTemplate } from './contract.ts';
import { PLACEHOLDERS, unknownPlaceholders } from './placeholders.ts';

/** Saves a new version of a letter's text as a draft; versions that are there are never changed. */
export async function saveTemplate(
  act: PersonalAct,
  kind: LetterKind,
  document: LetterTemplate,
): Promise<{ readonly kind: LetterKind; readonly version: number }> {
  const wrong = document.paragraphs.flatMap((paragraph, i) =>
    unknownPlaceholders(paragraph).map((name) => ({
      path: `paragraphs.${i}`,
      message: message('api.detail.unknown-placeholder', { name }),
      fix: message('api.fix.use-one-of', { values: PLACEHOLDERS.join(', ') }),
    })),
  );
  if (wrong.length > 0) throw refuseAll('invalid-request', wrong);
  return withTransaction(act.database, async (tx) => {
    const versions = (await listTemplates(tx)).filter((each) => each.kind === kind).map((each) => each.version);
    const version = Math.max(0, ...versions) + 1;
    const hash = hashOf(document);
    await tx.insert(letterTemplates).values({
      kind,
      version,
      status: 'draft',
      document: JSON.stringify(document),
      hash,
      savedAt: act.now.toISOString(),
      savedBy: act.actor.userId,
    });
    const subject = { type: 'letter-template', id: `${kind}/${version}` };
    await appendAudit(tx, act, { action: 'letter-template.saved', subject, details: { hash } });
    return { kind, version };
  });
}
