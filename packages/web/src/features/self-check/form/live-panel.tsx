import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { ButtonLink } from '../../../shared/ui/link.tsx';
import type { Question } from '../model/questions.ts';
import { isLadder } from '../model/standing.ts';
import type { SelfCheck } from '../model/use-self-check.ts';
import { LiveLadder } from './live-ladder.tsx';
import { LiveMoney } from './live-money.tsx';
import { LiveScores } from './live-scores.tsx';
import { LiveTitles } from './live-titles.tsx';
import { NextQuestions } from './next-questions.tsx';

interface LivePanelProps {
  readonly check: SelfCheck;
  readonly onGo: (question: Question) => void;
}

/** The result so far, from the first answer on. */
export function LivePanel({ check, onGo }: LivePanelProps) {
  const m = useMessages(selfCheckMessages);
  const ladder = check.results.find(({ doc }) => isLadder(doc));
  const money = check.results.find(({ doc }) => doc.pools.length > 0);
  const titles = check.results.filter(({ doc }) => doc.tiers.length === 1);
  const isEmpty = Object.keys(check.draft.facts).length === 0;
  return (
    <div className="space-y-7">
      {isEmpty && <p className="text-small text-ink-2">{m.liveEmpty}</p>}
      {ladder && <LiveLadder ladder={ladder} />}
      <NextQuestions check={check} onGo={onGo} />
      {money && <LiveMoney result={money} />}
      <LiveTitles results={titles} />
      <LiveScores results={check.results} />
      <ButtonLink to="/self-check/result" look="primary" className="w-full">
        {m.toResult}
      </ButtonLink>
    </div>
  );
}
