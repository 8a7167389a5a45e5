import { parentPort } from 'node:worker_threads';
import * as populations from './population-jobs.ts';
import { sweepOne } from './sweep-one.ts';
import * as texts from './text-jobs.ts';

/** Everything the thread can do; each is a plain function of its input. */
export const jobs = { ...texts, ...populations, sweepOne };
export type Jobs = typeof jobs;

interface Asked {
  readonly id: number;
  readonly job: keyof Jobs;
  readonly input: never;
}

parentPort?.on('message', ({ id, job, input }: Asked) => {
  const tell = (done: number, total: number): void => parentPort?.postMessage({ id, done, total });
  try {
    const result = (jobs[job] as (input: never, tell: (done: number, total: number) => void) => unknown)(input, tell);
    parentPort?.postMessage({ id, result });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ id, failure: { name, message } });
  }
});
