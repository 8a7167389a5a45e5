import { useQuery } from '@tanstack/react-query';
import type { PathToForce } from '@tidu/api/studio/force/contract';
import { useEffect } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { forceQuery } from '../queries.ts';
import { StudioFailed } from '../studio-failed.tsx';
import { ApprovalStep } from './approval-step.tsx';
import { BlockerList } from './blocker-list.tsx';
import { ConsultationStep } from './consultation-step.tsx';
import { FairnessStep } from './fairness-step.tsx';
import { ForceStep, type StepState } from './force-step.tsx';
import { LegalityStep } from './legality-step.tsx';
import { onlyAwaitsApproval } from './only-awaits-approval.ts';
import { PublishStep } from './publish-step.tsx';
import { ScheduleStep } from './schedule-step.tsx';
import { TransitionStep } from './transition-step.tsx';

/** What lies between this draft and force, in the order in which it is done, and what is still in the way. */
export default function ForceTab() {
  const { draft, view, keeper } = useDraftDesk();
  const force = useQuery({ ...forceQuery(draft.id), enabled: view.save === 'saved' });
  const { refetch } = force;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other things in its way
  useEffect(() => {
    void keeper.flush().then(() => refetch());
  }, [view.version, keeper, refetch]);
  if (force.isError && !force.data) return <StudioFailed error={force.error} retry={() => void refetch()} />;
  if (!force.data) return <Skeleton lines={10} />;
  return <Steps force={force.data} />;
}

const READY = [
  'text-unreadable',
  'check-errors',
  'untranslatable-open',
  'cases-missing',
  'cases-failing',
  'base-moved',
];

function Steps({ force }: { readonly force: PathToForce }) {
  const m = useMessages(studioForceMessages);
  const state = (codes: readonly string[], isGiven: boolean): StepState =>
    force.blockers.some(({ code }) => codes.includes(code)) ? 'blocked' : isGiven ? 'done' : 'open';
  const waits = onlyAwaitsApproval(force);
  // Nobody can do anything about an approval that is awaited but the one who gives it.
  const blockersOf = (codes: readonly string[]) =>
    force.blockers.filter(({ code }) => codes.includes(code) && !(waits && code === 'not-approved'));
  const steps = [
    {
      id: 'text',
      codes: READY,
      isGiven: true,
      panel: <BlockerList blockers={blockersOf(READY)} empty={m.textReady} />,
    },
    {
      id: 'fairness',
      codes: ['fairness-missing'],
      isGiven: force.fairness.every(({ review }) => review !== null),
      panel: <FairnessStep force={force} />,
    },
    {
      id: 'schedule',
      codes: ['date-missing', 'date-passed', 'date-taken'],
      isGiven: force.inForceFrom !== null,
      panel: <ScheduleStep key={force.version} force={force} />,
    },
    {
      id: 'legality',
      codes: ['legality-missing'],
      isGiven: force.legality !== null,
      panel: <LegalityStep force={force} />,
    },
    {
      id: 'transition',
      codes: ['transition-missing'],
      isGiven: force.transition.rule !== null,
      panel: <TransitionStep force={force} />,
    },
    {
      id: 'consultation',
      codes: ['no-consultation', 'consultation-open'],
      isGiven: force.consultation !== null,
      panel: <ConsultationStep force={force} />,
    },
    {
      id: 'approval',
      codes: ['not-approved', 'approval-void'],
      isGiven: force.approvals.some(({ decision, isVoid }) => decision === 'approve' && !isVoid),
      panel: <ApprovalStep force={force} />,
    },
    {
      id: 'publish',
      codes: [],
      isGiven: ['scheduled', 'published', 'superseded'].includes(force.state),
      panel: <PublishStep force={force} />,
    },
  ] as const;
  return (
    <ol className="max-w-5xl">
      {steps.map(({ id, codes, isGiven, panel }, i) => (
        <ForceStep
          key={id}
          number={i + 1}
          title={m.steps[id].title}
          lead={m.steps[id].lead}
          state={id === 'approval' && waits ? 'waiting' : state(codes, isGiven)}
        >
          {id !== 'text' && id !== 'fairness' && <BlockerList blockers={blockersOf(codes)} />}
          {panel}
        </ForceStep>
      ))}
    </ol>
  );
}
