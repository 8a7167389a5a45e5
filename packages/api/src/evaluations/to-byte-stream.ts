/**
 * Text in pieces as a stream of bytes that is only made as fast as it is read. `onEnd` is called once, however it ends:
 * all read, given up by the reader, or broken, which `onFault` is told as well.
 */
export function toByteStream(
  pieces: AsyncGenerator<string>,
  onEnd: () => void,
  onFault: (fault: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let hasEnded = false;
  const end = () => {
    if (!hasEnded) onEnd();
    hasEnded = true;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await pieces.next();
          if (!next.done) return controller.enqueue(encoder.encode(next.value));
          end();
          controller.close();
        } catch (error) {
          end();
          onFault(error);
          controller.error(error);
        }
      },
      async cancel() {
        end();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 2 },
  );
}
