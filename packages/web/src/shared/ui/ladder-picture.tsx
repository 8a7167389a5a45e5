import type { CSSProperties, ReactNode } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { FlagIcon, NearIcon, QuestionIcon } from './icons.tsx';

/** `plain` shows the ladder itself; the others place a firm on it. */
export type RungState = 'plain' | 'reached' | 'here' | 'possible' | 'next' | 'beyond' | 'missed';

export interface Rung {
  readonly id: string;
  readonly label: ReactNode;
  readonly state: RungState;
  /** A line under the label: routes, points, date. */
  readonly note?: ReactNode;
  /** What is missing to stand on this rung. */
  readonly gap?: ReactNode;
}

interface LadderPictureProps {
  /** Lowest rung first. */
  readonly rungs: readonly Rung[];
  readonly label?: string;
}

const ICON: Partial<Record<RungState, ReactNode>> = {
  here: <FlagIcon />,
  possible: <QuestionIcon />,
  next: <NearIcon />,
};

/** The ladder (梯队) as terraces. It is a real list, so its text is its own alternative. */
export function LadderPicture({ rungs, label }: LadderPictureProps) {
  const m = useMessages(uiMessages);
  return (
    <div className="ladder-box">
      <ol className="ladder" aria-label={label ?? m.ladder}>
        {rungs.map((rung, i) => (
          <li
            key={rung.id}
            className="rung"
            data-state={rung.state}
            style={{ '--rung': i, '--rungs': rungs.length } as CSSProperties}
          >
            <div className="rung-step">
              <p className="rung-label">{rung.label}</p>
              {rung.note && <div className="rung-note">{rung.note}</div>}
            </div>
            {(rung.state !== 'plain' || rung.gap) && (
              <div className="rung-above">
                {m.rung[rung.state] && (
                  <p className="rung-state">
                    {ICON[rung.state]}
                    {m.rung[rung.state]}
                  </p>
                )}
                {rung.gap && <p className="rung-gap">{rung.gap}</p>}
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
