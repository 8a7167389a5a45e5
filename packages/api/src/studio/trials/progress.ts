export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly step: 'reading' | 'judging';
}

/** How far the trials under way in this process are, by id. One that is not here and not finished was cut off. */
export const progress = new Map<string, Progress>();
