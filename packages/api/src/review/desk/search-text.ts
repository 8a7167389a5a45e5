import { pinyin } from 'pinyin-pro';

interface Searchable {
  readonly number: string | null;
  readonly firmName: string;
  readonly projectName: string;
  readonly creditCode: string;
}

/** Short words are looked for by reading through the texts, so a text has an end. */
const LONGEST = 600;

/**
 * What a person may type to find a case: the names, their pinyin (`ningbo`) and its initials (`nb`), the number and the
 * credit code; one a line, so that nothing is found across two of them.
 */
export function searchText({ number, firmName, projectName, creditCode }: Searchable): string {
  const spoken = [firmName, projectName].map(speak);
  const lines = [
    number ?? '',
    creditCode,
    firmName,
    projectName,
    ...spoken.map(({ initials }) => initials),
    ...spoken.map(({ full }) => full),
  ];
  return lines.filter(Boolean).join('\n').toLowerCase().slice(0, LONGEST);
}

/** How a name is said, without spaces; nothing where no character of it is Chinese. */
function speak(name: string): { readonly full: string; readonly initials: string } {
  const written = (pattern: 'pinyin' | 'first') =>
    pinyin(name, { pattern, toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      .join('')
      .replaceAll(/\s+/g, '');
  const full = written('pinyin');
  return full === name ? { full: '', initials: '' } : { full, initials: written('first') };
}
