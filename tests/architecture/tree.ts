import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the project: its path from the root, with slashes, and its text (empty when it is not text). */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** One rule of the house. `bad` holds small trees that must each be refused: a rule that cannot fail is a defect. */
export interface TreeRule {
  readonly name: string;
  readonly fix: string;
  readonly offenders: (files: readonly ProjectFile[]) => string[];
  readonly bad: readonly Readonly<Record<string, string>>[];
}

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SKIPPED = new Set(['.git', 'node_modules', 'dist', 'coverage', 'test-results']);
const TEXT = /\.(ts|tsx|mjs|cjs|js|json|css|html|md|yaml|yml|sql|svg|txt)$|(^|\/)(\.[a-z]+|run|LICENSE)$/;

export function readTree(folder = ''): ProjectFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name) || path === 'data' || path.endsWith('.log')) return [];
    if (entry.isDirectory()) return readTree(path);
    return [{ path, text: TEXT.test(path) ? readFileSync(join(ROOT, path), 'utf8') : '' }];
  });
}

export const treeOf = (files: Readonly<Record<string, string>>): ProjectFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }));

/** The paths of the files that break a rule, with what was found in each. */
export function filesWhere(files: readonly ProjectFile[], fault: (file: ProjectFile) => string | undefined): string[] {
  return files.flatMap((file) => {
    const found = fault(file);
    return found === undefined ? [] : [`${file.path}: ${found}`];
  });
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isCode = (path: string): boolean => /\.(ts|tsx|mjs|cjs)$/.test(path);

/** Code without its comments; strings stay, because an import is one. */
export const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
