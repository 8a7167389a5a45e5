export type DigestTurns = <T>(digest: string, work: () => Promise<T>) => Promise<T>;

/**
 * Work on the content of one digest, one after the other: otherwise content could be removed as no longer needed between
 * the moment a second upload finds it there and the moment its row is written.
 */
export function createDigestTurns(): DigestTurns {
  const last = new Map<string, Promise<unknown>>();
  return (digest, work) => {
    const mine = (last.get(digest) ?? Promise.resolve()).then(work);
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (last.get(digest) === settled) last.delete(digest);
      });
    last.set(digest, settled);
    return mine;
  };
}
