import { pinyin } from 'pinyin-pro';

interface Searchable {
  readonly number: string | null;
  readonly firmName: string;
  readonly projectName: string;
  readonly creditCode: string;
}

/** Short words are looked for by reading through the texts, so a text has an end. */
const LONGEST = 400;

/**
 * What a person may type to find a case: the names, their pinyin (`ningbo`) and its initials (`nb`), the number and the
 * credit code; one a line, so that nothing is found across two of them.
 */
export function searchText({ number, firmName, projectName, creditCode }: Searchable): string {
  const lines = [number ?? '', creditCode, firmName, projectName, ...spoken(firmName), ...spoken(projectName)];
  return lines.join('\n').toLowerCase().slice(0, LONGEST);
}

function spoken(name: string): readonly string[] {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const full = syllables.join('').replaceAll(/\s+/g, '');
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return full === name ? [] : [full, initials.join('').replaceAll(/\s+/g, '')];
}
