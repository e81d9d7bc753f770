/** The longest, and one from right to left. */
export const LANGUAGES: readonly string[];
/** The widget as one module in a language; it exports `createConsent`. */
export function moduleIn(language: string): Promise<string>;
