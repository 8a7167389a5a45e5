import type { ReactNode } from 'react';
import { CheckIcon, InfoIcon, WarnIcon } from './icons.tsx';

type Tone = 'plain' | 'open' | 'good' | 'error';

const LOOK: Record<Tone, { readonly box: string; readonly icon: ReactNode }> = {
  plain: { box: 'border-line-strong bg-surface text-ink', icon: <InfoIcon className="mt-1 size-5 text-ink-2" /> },
  open: { box: 'border-amber-glaze bg-amber-soft text-ink', icon: <InfoIcon className="mt-1 size-5 text-amber" /> },
  good: { box: 'border-celadon bg-celadon-wash text-ink', icon: <CheckIcon className="mt-1 size-5 text-celadon" /> },
  error: { box: 'border-seal bg-seal-soft text-ink', icon: <WarnIcon className="mt-1 size-5 text-seal" /> },
};

interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

export function Notice({ tone = 'plain', title, children }: NoticeProps) {
  const { box, icon } = LOOK[tone];
  return (
    <div role={tone === 'error' ? 'alert' : undefined} className={`flex gap-3 rounded-2 border-l-4 px-4 py-3 ${box}`}>
      {icon}
      <div className="min-w-0">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
