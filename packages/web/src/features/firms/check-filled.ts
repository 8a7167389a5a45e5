import type { ContactDraft, ProfileDraft } from './profile-draft.ts';

/** Words for a field that is empty, or not as it must be. */
export interface FillWords {
  readonly fill: (label: string) => string;
  readonly phoneShape: string;
}

export type Problems = ReadonlyMap<string, string>;

/** Fields that must not be empty, by their place in the request, with their labels. */
export function emptyFields(
  values: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
  words: Pick<FillWords, 'fill'>,
): Problems {
  const empty = Object.entries(labels).filter(([path]) => (values[path] ?? '').trim() === '');
  return new Map(empty.map(([path, label]) => [path, words.fill(label)]));
}

type ProfileLabels = Readonly<
  Record<'name' | 'registeredOn' | 'industryCode' | 'registeredAddress' | 'legalRepresentative', string>
> & { readonly contact: Readonly<Record<'name' | 'phone', string>> };

/** What is missing in a profile, told before it is sent and in the words of the form. */
export function profileProblems(
  draft: ProfileDraft,
  { contact, ...labels }: ProfileLabels,
  words: FillWords,
): Problems {
  const { contacts, ...texts } = draft;
  return new Map([
    ...emptyFields(texts, labels, words),
    ...contacts.flatMap((each, i) => contactProblems(each, `contacts.${i}`, contact, words)),
  ]);
}

const PHONE = /^\+?[\d\s-]{7,20}$/;

function contactProblems(
  { name, phone }: ContactDraft,
  path: string,
  labels: ProfileLabels['contact'],
  words: FillWords,
): [string, string][] {
  const isShaped = phone.trim() === '' || PHONE.test(phone.trim());
  return [
    ...[...emptyFields({ name, phone }, labels, words)].map(([part, text]): [string, string] => [
      `${path}.${part}`,
      text,
    ]),
    ...(isShaped ? [] : [[`${path}.phone`, words.phoneShape] as [string, string]]),
  ];
}
