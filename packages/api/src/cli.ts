import { createProgram, runProgram } from './command-line/create-program.ts';

// A reader such as `head` that has seen enough is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

await runProgram(
  createProgram((text) => process.stdout.write(`${text}\n`)),
  process.argv.slice(2),
);
