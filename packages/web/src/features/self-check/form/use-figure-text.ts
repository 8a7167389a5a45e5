import { useState } from 'react';

interface FigureText {
  readonly typed: string;
  readonly type: (next: string) => void;
}

interface FigureTextOptions {
  /** The exact value; undefined while nothing readable stands in the field. */
  readonly value: string | undefined;
  /** What stood in the field and could not be read when the page was last open. */
  readonly stuck: string | undefined;
  readonly write: (value: string) => string;
  /** Takes what was typed and gives the value it stands for. */
  readonly take: (typed: string) => string | undefined;
}

/** Keeps what a person types ("3000.") beside the exact value; the text follows only a change from elsewhere. */
export function useFigureText({ value, stuck, write, take }: FigureTextOptions): FigureText {
  const show = (v: string | undefined): string => (v === undefined ? (stuck ?? '') : write(v));
  const [kept, setKept] = useState({ typed: show(value), value });
  let now = kept;
  if (kept.value !== value) {
    now = { typed: show(value), value };
    setKept(now);
  }
  return { typed: now.typed, type: (next) => setKept({ typed: next, value: take(next) }) };
}
