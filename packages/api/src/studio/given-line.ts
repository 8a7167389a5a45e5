/** A firm of a list that was sent, as it goes into the digest of the list. */
export const givenLine = (id: string, facts: Readonly<Record<string, unknown>>): string =>
  `${id}\n${JSON.stringify(facts)}\n`;
