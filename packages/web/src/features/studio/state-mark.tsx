import { studioMessages } from '../../messages/studio-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

type State = keyof (typeof studioMessages)['zh-CN']['state'];

const TONE: Readonly<Record<State, string>> = {
  draft: 'border-dashed border-line-strong text-ink-2',
  'in-consultation': 'border-amber bg-amber-soft text-amber',
  approved: 'border-celadon text-celadon',
  scheduled: 'border-celadon text-celadon',
  published: 'border-celadon bg-celadon-soft text-celadon-strong',
  withdrawn: 'border-line text-ink-3',
  superseded: 'border-line text-ink-3',
  coming: 'border-celadon text-celadon',
  'in-force': 'border-celadon bg-celadon-soft text-celadon-strong',
  expired: 'border-line text-ink-3',
};

/** Where a text stands, in its fixed word. */
export function StateMark({ state }: { readonly state: State }) {
  const m = useMessages(studioMessages);
  return (
    <span
      className={`inline-flex items-center rounded-full border px-2.5 text-caption font-medium whitespace-nowrap ${TONE[state]}`}
    >
      {m.state[state]}
    </span>
  );
}
