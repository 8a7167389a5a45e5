import { useMemo } from 'react';
import type { PolicyResult } from '../model/evaluate-firm.ts';
import type { Standing } from '../model/standing.ts';
import { standingsIn } from '../model/standings-in.ts';

/** Where the firm stands on a ladder. */
export const useStandings = (ladder: PolicyResult): readonly Standing[] => useMemo(() => standingsIn(ladder), [ladder]);
