/** Names of the entries for one framework each. */
export const FRAMEWORKS: readonly string[];
