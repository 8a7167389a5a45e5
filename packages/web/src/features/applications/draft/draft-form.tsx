import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Application } from '@tidu/api/applications/contract';
import type { ApplicationDraft, DraftContent } from '@tidu/api/applications/drafts/contract';
import { type ReactNode, useMemo, useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { readJson } from '../../../shared/api/read-json.ts';
import type { RequestFailed } from '../../../shared/api/request-failed.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useSession } from '../../session/use-session.ts';
import { applicationPath, applicationQuery, applicationsQuery, draftCheckQuery, draftQuery } from '../queries.ts';
import { AdoptRules } from './adopt-rules.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { CorrectionsPart } from './corrections-part.tsx';
import { FactsPart } from './facts-part.tsx';
import { fieldOfPath } from './field-of-path.ts';
import type { ShownFile } from './from-files.tsx';
import { LiveResult } from './live-result.tsx';
import { MaterialsPart } from './materials-part.tsx';
import { MoneyPart } from './money-part.tsx';
import { NotesPart } from './notes-part.tsx';
import { SaveLine } from './save-line.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { useAutosave } from './use-autosave.ts';
import { ownFacts, useDraftCheck } from './use-draft-check.ts';
import { WhatPart } from './what-part.tsx';

interface DraftFormProps {
  readonly application: Application;
  readonly draft: ApplicationDraft;
  /** Throws away what is on the page and reads the draft anew. */
  readonly onReload: () => void;
}

/** What was missing when somebody asked, and of which draft. */
interface Found {
  readonly draftVersion: number;
  readonly details: RequestFailed['details'];
}

/** What is mended since is no longer said to be missing. */
const stillMissing = (found: Found, now: RequestFailed['details'] | undefined, draftVersion: number) =>
  now === undefined || draftVersion === found.draftVersion
    ? found.details
    : found.details.filter(({ path }) => now.some((each) => each.path === path));

/** A draft to fill in, or the corrections of a case that was returned, with the result beside it. */
export function DraftForm({ application, draft, onReload }: DraftFormProps) {
  const m = useMessages(applicationsMessages);
  const { show } = useAnnouncer();
  const client = useQueryClient();
  const { session } = useSession();
  const [parts, setParts] = useState(draft.content);
  const [sent, setSent] = useState<readonly ShownFile[]>([]);
  const [isSigning, setSigning] = useState(false);
  const [found, setFound] = useState<Found>({ draftVersion: 0, details: [] });
  const { check, own, facts } = useDraftCheck(draft);
  const content = useMemo(
    (): DraftContent => ({ ...parts, facts: { ...ownFacts(facts, draft.profile.facts) } }),
    [parts, facts, draft.profile.facts],
  );
  const autosave = useAutosave(application.id, draft, content);
  const checked = useQuery(draftCheckQuery(application.id, autosave.draftVersion)).data;
  const missing = stillMissing(found, checked?.missing, autosave.draftVersion);
  const setMissing = (details: RequestFailed['details']): void =>
    setFound({ draftVersion: autosave.draftVersion, details });
  const errorOf = (field: string) => {
    const one = missing.find(({ path }) => fieldOfPath(path) === field);
    return one && `${one.message}${one.fix ? `。${one.fix}` : ''}`;
  };
  const part = {
    draft,
    content,
    files: [...draft.files, ...sent],
    onFile: (file: ShownFile) => setSent((all) => [...all, file]),
    errorOf,
    onChange: (change: Partial<DraftContent> | ((now: DraftContent) => Partial<DraftContent>)) =>
      setParts((was) => ({ ...was, ...(typeof change === 'function' ? change(was) : change) })),
  };
  const isReturned = draft.editable !== undefined;
  const isListed = (of: string) => draft.editable?.some((each) => each.startsWith(of)) ?? false;
  const mayEditGeneral = !isReturned || draft.editable?.includes('general');
  const role = session?.firms.find(({ firmId }) => firmId === application.firmId)?.role;
  const maySign = role === 'owner' || role === 'certifier';
  const seeCase = () => client.invalidateQueries({ queryKey: applicationQuery(application.id).queryKey, exact: true });
  const checkNow = async () => {
    await autosave.flush();
    const now = await client.fetchQuery({ ...draftCheckQuery(application.id, autosave.draftVersion), staleTime: 0 });
    setMissing(now.missing);
    if (now.missing.length === 0) show(m.stillMissing(0));
  };
  return (
    <>
      <ConflictNotice
        saving={autosave.saving}
        onCase={() => void seeCase()}
        onNewer={onReload}
        onMine={() =>
          void readJson<ApplicationDraft>(`${applicationPath(application.id)}/draft`).then((newer) =>
            autosave.overwrite(newer.draftVersion),
          )
        }
      />
      {draft.changed && (
        <AdoptRules id={application.id} change={draft.changed} save={autosave.flush} onDone={onReload} />
      )}
      <div className="sticky top-0 z-10 mb-4 border-b border-line bg-paper py-2 lg:hidden">
        <SaveLine saving={autosave.saving} />
      </div>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-14">
          <ErrorSummary problems={missing.map(({ path, message }) => ({ field: fieldOfPath(path), message }))} />
          {isReturned && (
            <Part id="corrections" title={m.part.corrections}>
              <CorrectionsPart {...part} application={application} />
            </Part>
          )}
          {mayEditGeneral && (
            <Part id="what" title={m.part.what}>
              <WhatPart {...part} policy={own} />
            </Part>
          )}
          <Part id="facts" title={m.part.facts} isFolded={isReturned && !isListed('fact:')}>
            {check ? <FactsPart {...part} firmId={application.firmId} check={check} /> : <Skeleton lines={6} />}
          </Part>
          <Part id="materials" title={m.part.materials} isFolded={isReturned && !isListed('material:')}>
            <MaterialsPart {...part} firmId={application.firmId} facts={facts} />
          </Part>
          {mayEditGeneral && (
            <>
              <Part id="money" title={m.part.money}>
                <MoneyPart {...part} />
              </Part>
              <Part id="notes" title={m.part.notes}>
                <NotesPart {...part} />
              </Part>
            </>
          )}
        </div>
        <aside aria-label={m.result}>
          <div className="sticky top-4 space-y-5 rounded-3 border border-line bg-surface p-5">
            <div className="flex flex-wrap items-baseline justify-between gap-2">
              <h2 className="text-h3">{m.result}</h2>
              <SaveLine saving={autosave.saving} />
            </div>
            <LiveResult
              draft={draft}
              content={content}
              result={check?.results.find(({ doc }) => doc === own)}
              checked={checked}
            />
            <div className="space-y-3">
              <Button className="w-full" onClick={() => void checkNow()}>
                {m.checkAll}
              </Button>
              {maySign ? (
                <Button
                  look="primary"
                  className="w-full"
                  disabled={draft.changed !== undefined}
                  onClick={() => setSigning(true)}
                >
                  {isReturned ? m.signCorrections : m.sign}
                </Button>
              ) : (
                <p className="text-small text-ink-2">{m.onlyCertifier}</p>
              )}
            </div>
          </div>
        </aside>
      </div>
      <SubmitDialog
        id={application.id}
        event={isReturned ? 'resubmit' : 'submit'}
        draft={draft}
        deferrals={content.deferrals}
        name={session?.name ?? ''}
        open={isSigning}
        onClose={() => setSigning(false)}
        save={autosave.flush}
        onMissing={(failure) => {
          setSigning(false);
          setMissing(failure.details.filter(({ path }) => path !== 'signedName'));
        }}
        onSubmitted={({ number }) => {
          show(m.submitted(number));
          client.removeQueries({ queryKey: draftQuery(application.id).queryKey });
          void client.invalidateQueries({ queryKey: applicationQuery(application.id).queryKey, exact: true });
          void client.invalidateQueries({ queryKey: applicationsQuery(application.firmId).queryKey });
        }}
      />
    </>
  );
}

interface PartOfDraftProps {
  readonly id: string;
  readonly title: string;
  /** Nothing in it is on the list: there to be read, out of the way. */
  readonly isFolded?: boolean;
  readonly children: ReactNode;
}

function Part({ id, title, isFolded, children }: PartOfDraftProps) {
  const m = useMessages(applicationsMessages);
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="text-h2">
        {title}
      </h2>
      <div className="mt-4">{isFolded ? <Disclosure summary={m.unchanged}>{children}</Disclosure> : children}</div>
    </section>
  );
}
