/** What is remembered on this device: language and theme. Storage may be switched off, then nothing is kept. */
const keyOf = (name: string): string => `tidu.${name}`;

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), value);
  } catch {
    // Private browsing refuses storage; the choice then lasts until the page is closed.
  }
}
