import type { SheetMarks } from '@tidu/rules';

/** Marks as typed; null where a criterion does not apply. */
export type MarksText = Readonly<Record<string, string | null>>;

/** Hundredths of a point of what is typed; what cannot be read counts as not marked yet. */
export const readMarks = (marks: MarksText): SheetMarks =>
  Object.fromEntries(
    Object.entries(marks).flatMap(([id, typed]): [string, number | null][] => {
      if (typed === null) return [[id, null]];
      const [, whole, part = ''] = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? [];
      return whole === undefined ? [] : [[id, Number(whole) * 100 + Number(part.padEnd(2, '0'))]];
    }),
  );

/** `8043` is `80.43`. */
export const pointsText = (hundredths: number | undefined): string | undefined =>
  hundredths === undefined ? undefined : String(hundredths / 100);
