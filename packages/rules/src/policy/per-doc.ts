import type { PolicyDoc } from './document.ts';

/** Works something out about a document once and remembers it as long as the document lives; documents are never changed. */
export function perDoc<T extends object>(make: (doc: PolicyDoc) => T): (doc: PolicyDoc) => T {
  const known = new WeakMap<PolicyDoc, T>();
  return (doc) => {
    const made = known.get(doc) ?? make(doc);
    known.set(doc, made);
    return made;
  };
}
