import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Line, readLines } from './read-lines.ts';

const LONGEST = 20;

async function linesOf(chunks: readonly Uint8Array[], longest = LONGEST): Promise<Line[]> {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const lines: Line[] = [];
  for await (const group of readLines(stream, longest)) lines.push(...group);
  return lines;
}
const bytes = (text: string) => new TextEncoder().encode(text);

describe('lines of a stream', () => {
  test('blank lines are skipped but counted; the last line needs no end', async () => {
    expect(await linesOf([bytes('a\n\r\n  \nb\r\nc')])).toEqual([
      { number: 1, text: 'a' },
      { number: 4, text: 'b' },
      { number: 5, text: 'c' },
    ]);
    expect(await linesOf([bytes('')])).toEqual([]);
  });

  test('a byte-order mark is no part of the first line', async () => {
    expect(await linesOf([bytes('\uFEFF{}\n')])).toEqual([{ number: 1, text: '{}' }]);
  });

  test('a line of the longest length is read, one byte more is not, and the next line is', async () => {
    const [fits, tooLong] = ['x'.repeat(LONGEST), 'x'.repeat(LONGEST + 1)];
    expect(await linesOf([bytes(`${fits}\n${tooLong}\nok`)])).toEqual([
      { number: 1, text: fits },
      { number: 2, tooLong: true },
      { number: 3, text: 'ok' },
    ]);
  });

  test('wherever the stream is cut, the lines are the same', async () => {
    const text = '宁波\n{"a":1}\n\n甬江材料\nend';
    const whole = bytes(text);
    const expected = await linesOf([whole], 1000);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 8 }), async (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
        const chunks = at.slice(1).map((end, i) => whole.subarray(at[i], end));
        expect(await linesOf(chunks, 1000)).toEqual(expected);
      }),
    );
  });
});
