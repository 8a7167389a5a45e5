import { lazy, Suspense } from 'react';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useCase } from './case-context.tsx';

// What comes after the review is loaded when its tab is first opened.
const Decision = lazy(() =>
  import('../decisions/decision-section.tsx').then(({ DecisionSection }) => ({ default: DecisionSection })),
);
const Panel = lazy(() => import('../panels/panel-section.tsx').then(({ PanelSection }) => ({ default: PanelSection })));
const Publicity = lazy(() =>
  import('../publicity/publicity-section.tsx').then(({ PublicitySection }) => ({ default: PublicitySection })),
);
const Payment = lazy(() =>
  import('../payments/plan-section.tsx').then(({ PlanSection }) => ({ default: PlanSection })),
);

export function PanelTab() {
  const { view } = useCase();
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Panel applicationId={view.case.id} />
    </Suspense>
  );
}

export function DecisionTab() {
  const { view } = useCase();
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Decision applicationId={view.case.id} />
    </Suspense>
  );
}

export function PublicityTab() {
  const { view } = useCase();
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Publicity applicationId={view.case.id} />
    </Suspense>
  );
}

export function PaymentTab() {
  const { view } = useCase();
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Payment applicationId={view.case.id} />
    </Suspense>
  );
}
