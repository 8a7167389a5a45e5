import { Worker } from 'node:worker_threads';
import type { Jobs } from './serve-jobs.ts';

/** What a job threw in its thread, by the name of the error. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
  readonly kind: string;
  constructor({ name, message }: { readonly name: string; readonly message: string }) {
    super(message);
    this.kind = name;
  }
}

type Tell = (done: number, total: number) => void;
type Answer =
  | { readonly id: number; readonly done: number; readonly total: number }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: { readonly name: string; readonly message: string } };

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly tell?: Tell | undefined;
}

/** A thread for work that takes long, so that other requests get their turn; started when it is first needed. */
class Thread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #count = 0;

  run(job: string, input: unknown, tell?: Tell): Promise<unknown> {
    const worker = this.#start();
    const id = ++this.#count;
    worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, tell });
      worker.postMessage({ id, job, input });
    });
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./start-worker.mjs', import.meta.url));
    worker.on('message', (answer: Answer) => this.#take(answer));
    worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#fail(new Error('thread-ended')));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if ('done' in answer) {
      waiting.tell?.(answer.done, answer.total);
      return;
    }
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('failure' in answer) waiting.reject(new JobFailed(answer.failure));
    else waiting.resolve(answer.result);
  }

  /** The thread is gone: whoever waits is told, and the next job starts another one. */
  #fail(error: Error): void {
    this.#worker = undefined;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of all) reject(error);
  }
}

const threads = { texts: new Thread(), populations: new Thread() };
const OF_TEXTS: readonly (keyof Jobs)[] = ['check', 'sentences', 'compare', 'work', 'bound'];

/** Runs a job in its thread: what is about texts does not wait behind a trial of a million firms. */
export const runJob = <J extends keyof Jobs>(
  job: J,
  input: Parameters<Jobs[J]>[0],
  tell?: Tell,
): Promise<ReturnType<Jobs[J]>> =>
  threads[OF_TEXTS.includes(job) ? 'texts' : 'populations'].run(job, input, tell) as Promise<ReturnType<Jobs[J]>>;
