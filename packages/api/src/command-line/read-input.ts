import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { callerFolder } from '../config.ts';
import { CommandError } from './command-error.ts';

const LARGEST = 200 * 2 ** 20;

/** Where a file named on the command line is: from where the person stood. */
export const fromCaller = (path: string): string => resolve(callerFolder(), path);

/** The bytes of a file named on the command line; says plainly what is wrong where it cannot be read. */
export function readInput(path: string): Uint8Array {
  const full = fromCaller(path);
  try {
    if (statSync(full).size > LARGEST) throw new CommandError(`${path}：文件超过 200 MB · larger than 200 MB`);
    return readFileSync(full);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const why = {
      ENOENT: '没有这个文件 · no such file',
      EISDIR: '这是文件夹 · is a folder',
      EACCES: '无权读取 · not allowed to read',
    }[code ?? ''];
    throw new CommandError(`${path}：${why ?? '读不出来 · cannot be read'}`);
  }
}

export function readJsonInput(path: string): unknown {
  const text = new TextDecoder().decode(readInput(path));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${path}：不是完整的 JSON · not complete JSON\n  ${String(error)}`);
  }
}
