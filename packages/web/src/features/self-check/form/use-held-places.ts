import type { Id } from '@tidu/rules';
import { type SyntheticEvent, useState } from 'react';
import type { Question } from '../model/questions.ts';
import type { StepView } from '../model/steps.ts';

const PLACES = ['asked', 'assumed', 'settled'] as const;
type Place = (typeof PLACES)[number];
type Placed = Readonly<Record<Place, readonly Question[]>>;

interface HeldPlaces {
  readonly placed: Placed;
  /** For focus and pointer events of the step: the question they happen in stays where it is. */
  readonly hold: (event: SyntheticEvent) => void;
}

/**
 * Keeps a question where the person came to it until the step is left. Its first key makes it an answered question; moved
 * out of a fold at that moment it would lose the focus, and every key after the first.
 */
export function useHeldPlaces(step: StepView, order: readonly Question[]): HeldPlaces {
  const [held, setHeld] = useState<ReadonlyMap<Id, Place>>(new Map());
  const now = new Map<Id, Place>(PLACES.flatMap((place) => step[place].map((q) => [q.id, held.get(q.id) ?? place])));
  const inPlace = (place: Place): readonly Question[] => order.filter((q) => now.get(q.id) === place);
  const hold = ({ target }: SyntheticEvent): void => {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-question]')?.dataset.question : undefined;
    const place = id === undefined ? undefined : now.get(id);
    if (id !== undefined && place !== undefined && !held.has(id)) setHeld(new Map(held).set(id, place));
  };
  return { placed: { asked: inPlace('asked'), assumed: inPlace('assumed'), settled: inPlace('settled') }, hold };
}
