import type { Panel } from '@tidu/api/panels/contract';
import { useState } from 'react';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { DeclareDialog } from './declare-dialog.tsx';

type PanelCase = Panel['cases'][number];

/** The cases of a panel, each with the next thing its expert is to do. */
export function CaseList({ panel }: { readonly panel: Panel }) {
  const m = useMessages(panelsMessages);
  const [declaring, setDeclaring] = useState<PanelCase>();
  return (
    <section aria-labelledby="cases-title">
      <h2 id="cases-title" className="text-h2">
        {m.caseList}
      </h2>
      <ul className="mt-4 divide-y divide-line rounded-2 border border-line bg-surface">
        {panel.cases.map((each) => (
          <li
            key={each.applicationId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4"
          >
            <div className="min-w-0">
              <p className="font-semibold">{each.title}</p>
              <p className="text-small text-ink-2 tabular-nums">
                {each.firmName ?? m.firmHidden}
                {each.number && ` · ${each.number}`}
                {!each.isActive && panel.status !== 'closed' && ` · ${m.inactive}`}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
              <span className="text-small text-ink-2 tabular-nums">{m.progress(each.handedIn, each.needed)}</span>
              {each.score && <span className="text-h3 font-semibold tabular-nums">{each.score}</span>}
              <Next panel={panel} each={each} onDeclare={() => setDeclaring(each)} />
            </div>
          </li>
        ))}
      </ul>
      {declaring && <DeclareDialog panelId={panel.id} each={declaring} onClose={() => setDeclaring(undefined)} />}
    </section>
  );
}

interface NextProps {
  readonly panel: Panel;
  readonly each: PanelCase;
  readonly onDeclare: () => void;
}

function Next({ panel, each, onDeclare }: NextProps) {
  const m = useMessages(panelsMessages);
  if (!each.mine) return null;
  if (each.mine.declaration === 'conflict')
    return <span className="text-small font-medium text-amber">{m.withdrawn}</span>;
  if (each.mine.declaration === 'missing' && panel.isBlind)
    return <span className="text-small text-ink-2">{m.declareFirst}</span>;
  if (each.mine.declaration === 'missing')
    return (
      <Button look="primary" size="dense" onClick={onDeclare}>
        {m.toDeclare}
      </Button>
    );
  return (
    <>
      {!each.mine.isHandedIn && (
        <Button look="quiet" size="dense" aria-label={`${m.stepAside} ${each.title}`} onClick={onDeclare}>
          {m.stepAside}
        </Button>
      )}
      <ButtonLink
        to="/panels/$panelId/cases/$applicationId"
        params={{ panelId: panel.id, applicationId: each.applicationId }}
        look={each.mine.isHandedIn ? 'secondary' : 'primary'}
        size="dense"
      >
        {each.mine.isHandedIn ? m.scored : m.toScore}
      </ButtonLink>
    </>
  );
}
