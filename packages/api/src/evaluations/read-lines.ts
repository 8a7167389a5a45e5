/** One line of a stream, or one that was too long to be read; numbers count every line from 1, blank ones too. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly tooLong: true };

const NEWLINE = 0x0a;

/**
 * Splits bytes into lines with memory bounded by `longest` bytes a line; blank lines are skipped. What a piece of the
 * stream completes comes together, so that a million lines do not mean a million turns of the event loop.
 */
export async function* readLines(stream: ReadableStream<Uint8Array>, longest: number): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder();
  let kept: Uint8Array[] = [];
  let keptBytes = 0;
  let number = 0;
  const keep = (part: Uint8Array) => {
    keptBytes += part.length;
    // Of a line that is too long only its length goes on growing.
    if (keptBytes <= longest) kept.push(part);
    else kept = [];
  };
  const finish = (): Line[] => {
    number++;
    const isTooLong = keptBytes > longest;
    const text = isTooLong ? '' : decoder.decode(kept.length === 1 ? kept[0] : Buffer.concat(kept)).trim();
    kept = [];
    keptBytes = 0;
    if (isTooLong) return [{ number, tooLong: true }];
    return text === '' ? [] : [{ number, text: text.replace(/^\uFEFF/, '') }];
  };
  for await (const chunk of stream) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      lines.push(...finish());
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (keptBytes > 0) yield finish();
}
