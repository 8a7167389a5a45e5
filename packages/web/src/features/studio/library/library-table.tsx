import type { Library, LibraryDraft, LibraryPolicy, LibraryVersion } from '@tidu/api/studio/library/contract';
import { Fragment } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { useInstant } from '../../../shared/format/instant.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Link, linkClass } from '../../../shared/ui/link.tsx';
import { StateMark } from '../state-mark.tsx';
import type { StartFrom } from './new-draft-dialog.tsx';

const CELL = 'h-9 px-2 py-1 text-small align-middle sm:px-3';
const HEAD = `${CELL} text-left font-medium whitespace-nowrap text-ink-2`;

interface LibraryTableProps {
  readonly library: Library;
  readonly onStart: (start: StartFrom) => void;
}

/** One table for the whole house: each policy with its drafts above its versions. */
export function LibraryTable({ library, onStart }: LibraryTableProps) {
  const m = useMessages(studioMessages);
  const text = useText();
  const list = useList();
  return (
    <div className="overflow-x-auto rounded-2 border border-line bg-surface">
      <table className="w-full border-collapse">
        <caption className="sr-only">{m.title}</caption>
        <thead className="border-b border-line-strong">
          <tr>
            <th scope="col" className={HEAD}>
              {m.column.text}
            </th>
            <th scope="col" className={HEAD}>
              {m.column.state}
            </th>
            <th scope="col" className={`${HEAD} hidden sm:table-cell`}>
              {m.column.time}
            </th>
            <th scope="col" className={`${HEAD} hidden text-right lg:table-cell`}>
              {m.column.used}
            </th>
            <th scope="col" className={`${HEAD} hidden text-right md:table-cell`}>
              {m.column.inFlight}
            </th>
            <th scope="col" className={`${HEAD} hidden xl:table-cell`}>
              {m.column.scope}
            </th>
            <th scope="col" className={HEAD}>
              <span className="sr-only">{m.column.actions}</span>
            </th>
          </tr>
        </thead>
        {library.policies.map((policy) => (
          <tbody key={policy.id} className="border-b border-line last:border-0">
            <tr className="bg-sunken">
              <th scope="rowgroup" colSpan={7} className="px-2 py-1.5 sm:px-3 text-left text-body font-semibold">
                {text(policy.label) || policy.id}
                <span className="ml-3 text-caption font-normal text-ink-3 max-sm:hidden">{policy.id}</span>
                {policy.schemes.length > 0 && (
                  <span className="ml-3 text-caption font-normal text-ink-2 max-md:hidden">
                    {m.usedBy(list(policy.schemes.map(({ label }) => text(label))))}
                  </span>
                )}
                {library.mayEdit && policy.lacksScheme && (
                  <Link
                    to="/desk/schemes"
                    search={{ policy: policy.id }}
                    aria-label={m.newSchemeFor(text(policy.label) || policy.id)}
                    className={`${linkClass} ml-3 text-caption font-normal`}
                  >
                    {m.newScheme}
                  </Link>
                )}
              </th>
            </tr>
            <Rows policy={policy} library={library} onStart={onStart} />
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Rows({ policy, library, onStart }: LibraryTableProps & { readonly policy: LibraryPolicy }) {
  return (
    <Fragment>
      {policy.drafts.map((draft) => (
        <DraftRow key={draft.id} draft={draft} />
      ))}
      {policy.versions.map((version) => (
        <VersionRow key={version.ref} version={version} policy={policy} library={library} onStart={onStart} />
      ))}
    </Fragment>
  );
}

const ROW = 'border-t border-line hover:bg-celadon-wash';

function DraftRow({ draft }: { readonly draft: LibraryDraft }) {
  const m = useMessages(studioMessages);
  const format = useFormat();
  const instant = useInstant();
  const { consultation } = draft;
  return (
    <tr className={ROW}>
      <th scope="row" className={`${CELL} text-left font-normal`}>
        <Link to="/studio/drafts/$draftId" params={{ draftId: draft.id }} className={`${linkClass} font-medium`}>
          {draft.title}
        </Link>
        <span className="ml-2 text-caption text-ink-3 max-sm:block max-sm:ml-0">
          {m.editedBy(draft.updatedBy.name, instant(draft.updatedBy.at))}
        </span>
        {draft.openComments > 0 && (
          <span className="ml-2 text-caption text-amber">{m.openComments(draft.openComments)}</span>
        )}
      </th>
      <td className={CELL}>
        <StateMark state={draft.state} />
      </td>
      <td className={`${CELL} hidden text-ink-2 sm:table-cell`}>
        {consultation
          ? m.consultationLeft(consultation.daysLeft, consultation.comments)
          : draft.inForceFrom
            ? m.willStart(format.day(draft.inForceFrom))
            : '—'}
      </td>
      <td className={`${CELL} hidden lg:table-cell`} />
      <td className={`${CELL} hidden md:table-cell`} />
      <td className={`${CELL} hidden xl:table-cell`} />
      <td className={`${CELL} text-right max-sm:hidden`}>
        <Link to="/studio/drafts/$draftId" params={{ draftId: draft.id }} aria-label={m.openNamed(draft.title)}>
          {m.open}
        </Link>
      </td>
    </tr>
  );
}

function VersionRow({
  version,
  policy,
  library,
  onStart,
}: LibraryTableProps & { readonly version: LibraryVersion; readonly policy: LibraryPolicy }) {
  const m = useMessages(studioMessages);
  const text = useText();
  const list = useList();
  const format = useFormat();
  const day = format.day(version.inForceFrom);
  const name = text(policy.label) || policy.id;
  const parks = version.parks?.map((id) => text(library.parks.find((park) => park.id === id)?.label) || id);
  return (
    <tr className={ROW}>
      <th scope="row" className={`${CELL} text-left font-normal`}>
        <Link to="/policies/$policyId/$inForceFrom" params={{ policyId: policy.id, inForceFrom: version.inForceFrom }}>
          {m.versionFrom(day)}
        </Link>
        {version.draftId && (
          <Link
            to="/studio/drafts/$draftId"
            params={{ draftId: version.draftId }}
            search={{ tab: 'reality' }}
            className={`${linkClass} ml-3 text-caption`}
          >
            {m.promiseAndReality}
          </Link>
        )}
      </th>
      <td className={CELL}>
        <StateMark state={version.state} />
      </td>
      <td className={`${CELL} hidden whitespace-nowrap text-ink-2 sm:table-cell`}>
        {version.daysUntil !== null
          ? m.daysUntil(version.daysUntil)
          : version.endsOn === null
            ? m.noEnd
            : version.daysLeft !== null && version.daysLeft >= 0
              ? m.daysLeft(version.daysLeft, format.day(version.endsOn))
              : m.ended(format.day(version.endsOn))}
      </td>
      <td className={`${CELL} hidden text-right whitespace-nowrap lg:table-cell`} title={m.usageHint}>
        {m.usage(version.submissions, version.evaluations.toLocaleString())}
      </td>
      <td className={`${CELL} hidden text-right whitespace-nowrap md:table-cell`}>
        {m.inFlight(version.casesInFlight, version.firmDrafts)}
      </td>
      <td className={`${CELL} hidden text-ink-2 xl:table-cell ${parks ? '' : 'whitespace-nowrap'}`}>
        {parks ? list(parks) : m.wholeZone}
      </td>
      <td className={`${CELL} text-right max-sm:px-0 sm:whitespace-nowrap`}>
        {library.mayEdit && (
          <>
            <Button
              size="dense"
              look="quiet"
              aria-label={m.reviseNamed(name, day)}
              onClick={() => onStart({ from: 'text', ref: version.ref, name })}
            >
              {m.revise}
            </Button>
            {version.state === 'expired' && (
              <Button
                size="dense"
                look="quiet"
                aria-label={m.rollBackNamed(name, day)}
                onClick={() => onStart({ from: 'rollback', ref: version.ref, name })}
              >
                {m.rollBack}
              </Button>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
