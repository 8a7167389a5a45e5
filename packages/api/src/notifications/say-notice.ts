import { type Locale, message, say } from '../messages/say.ts';

interface Told {
  readonly key: string;
  readonly args: Readonly<Record<string, string>>;
}

/** The words of a notice in the language of who reads it, those of its arguments too: `@role.owner` is a role's name. */
export function sayNotice({ key, args }: Told, locale: Locale): string {
  const said = Object.entries(args).map(([name, value]) => {
    const words = /^@([a-z.-]+)$/.exec(value)?.[1];
    return [name, words === undefined ? value : say(message(words), locale)] as const;
  });
  return say(message(`notifications.${key}`, Object.fromEntries(said)), locale);
}
