const WIDTH = 30;
const EVERY_MS = 100;

/** A bar on standard error while a person watches; nothing where the output goes to a file or another program. */
export function createProgressBar(
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
): { to(done: number): void; end(): void } {
  if (!stream.isTTY) return { to: () => {}, end: () => {} };
  let shownAt = 0;
  const draw = (done: number) => {
    const part = total === 0 ? 1 : done / total;
    const filled = Math.round(part * WIDTH);
    stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(part * 100)}%  ${done}/${total}`);
  };
  return {
    to: (done) => {
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      draw(done);
    },
    end: () => {
      draw(total);
      stream.write('\n');
    },
  };
}
