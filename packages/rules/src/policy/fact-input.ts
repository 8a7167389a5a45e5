/**
 * A fact's value on the wire: bool; decimal text for int, num and money (yuan); ISO date; enum word;
 * series as `{ "2025": "30000000", "2024": null }` by fiscal year (`null` = not known, `"notApplicable"` = the firm
 * did not exist); list as records of fields.
 */
export type FactInput = boolean | string | readonly ListItem[] | SeriesInput;
export type SeriesInput = Readonly<Record<string, string | null>>;
export type ListItem = Readonly<Record<string, boolean | string | null>>;
