import { useMemo } from 'react';
import type { Standing } from '../model/standing.ts';
import { standingsIn } from '../model/standings-in.ts';
import type { Explained } from '../model/use-explanations.ts';

/** Where the firm stands on a ladder. */
export const useStandings = (ladder: Explained): readonly Standing[] => useMemo(() => standingsIn(ladder), [ladder]);
