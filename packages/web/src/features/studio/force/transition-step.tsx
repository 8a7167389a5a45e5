import { useMutation } from '@tanstack/react-query';
import type { PathToForce, SaveTransition } from '@tidu/api/studio/force/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ChoiceGroup } from '../../../shared/ui/choice-group.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { useForceDone } from './use-force-done.ts';

const RULES = ['keep', 'move', 'better'] as const;

/** What becomes of those who have begun: drafts of firms and cases under way, with how many there are of each. */
export function TransitionStep({ force }: { readonly force: PathToForce }) {
  const m = useMessages(studioForceMessages);
  const { draft, may } = useDraftDesk();
  const done = useForceDone();
  const { rule, firmDrafts, casesInFlight } = force.transition;
  const [value, setValue] = useState<{ drafts?: string; cases?: string; reason: string }>(rule ?? { reason: '' });
  const save = useMutation({
    mutationFn: () =>
      sendJson('PUT', `${draftPath(draft.id)}/transition`, {
        drafts: value.drafts,
        cases: value.cases,
        reason: value.reason,
      } as SaveTransition),
    onSuccess: done,
  });
  const isDisabled = !may('set-transition');
  const choices = RULES.map((each) => ({ value: each, label: m.rule[each], hint: m.ruleHint[each] }));
  const isReady = value.drafts !== undefined && value.cases !== undefined && value.reason.trim() !== '';
  return (
    <div className="space-y-4">
      <ChoiceGroup
        id="transition-drafts"
        label={m.forDrafts(firmDrafts)}
        disabled={isDisabled}
        value={value.drafts}
        choices={choices}
        onChange={(drafts) => setValue({ ...value, drafts })}
      />
      <ChoiceGroup
        id="transition-cases"
        label={m.forCases(casesInFlight)}
        disabled={isDisabled}
        value={value.cases}
        choices={choices}
        onChange={(cases) => setValue({ ...value, cases })}
      />
      <TextArea
        id="transition-reason"
        label={m.transitionReason}
        rows={2}
        disabled={isDisabled}
        value={value.reason}
        onChange={(reason) => setValue({ ...value, reason })}
      />
      {save.isError && <Notice tone="error">{save.error.message}</Notice>}
      {!isDisabled && (
        <Button size="dense" busy={save.isPending} disabled={!isReady} onClick={() => save.mutate()}>
          {m.saveTransition}
        </Button>
      )}
    </div>
  );
}
