// Children of the two commands: started directly, told about every signal, and never left behind.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const GRACE_MS = 10_000;
const running = new Set();
let stopping = false;

/** Runs a command to its end and returns its exit code; with `quiet`, its output is returned instead of shown. */
export function run(command, args, { quiet = false, stdio = 'inherit', ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : stdio });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    running.add(child);
    const settle = (code) => {
      running.delete(child);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      settle(127);
    });
    child.on('close', (code, signal) => settle(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Passes signals on to the children, and stops them when the process that started us goes away. */
export function stopChildrenWithUs() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  // npm does not pass a SIGTERM on, but our parent process then changes.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 250).unref();
}

export const isStopping = () => stopping;

function stop(signal) {
  stopping = true;
  for (const child of running) child.kill(signal);
  setTimeout(() => {
    for (const child of running) child.kill('SIGKILL');
  }, GRACE_MS).unref();
}
