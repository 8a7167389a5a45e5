import { spawn } from 'node:child_process';
import { basename } from 'node:path';

export type ScanResult = 'clean' | 'infected' | 'failed';

/** Looks at a file for something that does harm. */
export interface Scanner {
  readonly name: string;
  scan(path: string): Promise<ScanResult>;
}

const LONGEST_SCAN_MS = 5 * 60_000;

/** A command that is given the path: exit 0 is clean, 1 infected, anything else (also no answer in time) no result. */
export function commandScanner(command: readonly string[], longestMs = LONGEST_SCAN_MS): Scanner {
  const [program = '', ...args] = command;
  return {
    name: basename(program),
    scan: (path) =>
      new Promise((resolve) => {
        const child = spawn(program, [...args, path], { stdio: 'ignore', timeout: longestMs, killSignal: 'SIGKILL' });
        child.once('error', () => resolve('failed'));
        child.once('exit', (code) => resolve(code === 0 ? 'clean' : code === 1 ? 'infected' : 'failed'));
      }),
  };
}
