/** The languages of the interface. Chinese is the source; every other one has exactly its keys. */
export type Locale = 'zh-CN' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** The shape of a message file: the same keys and the same arguments, other words. */
export type SameKeys<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly (infer E)[]
      ? readonly SameKeys<E>[]
      : { readonly [K in keyof T]: SameKeys<T[K]> };

/** One area's messages in every language. */
export type Catalogue<T> = { readonly 'zh-CN': T; readonly en: SameKeys<T> };
