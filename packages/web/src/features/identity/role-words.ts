import type { Department } from '@tidu/api/identity/people/contract';
import type { Locale } from '../../messages/locale.ts';

interface Held {
  readonly role: string;
  readonly department?: string | null | undefined;
}

/** A role in words, with the department reviewed for. */
export function roleWords(
  m: { readonly roleNames: Readonly<Record<string, string>> },
  locale: Locale,
  { role, department }: Held,
  departments: readonly Department[] = [],
): string {
  const name = m.roleNames[role] ?? role;
  const of = departments.find(({ id }) => id === department);
  if (!of) return name;
  return locale === 'en' ? `${name}, ${of.labelEn}` : `${name} · ${of.label}`;
}
