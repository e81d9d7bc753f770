/** Languages there are words of. */
export const LANGUAGES: readonly string[];
/** The widget as one module in a language; it exports `createConsent`. */
export function moduleIn(language: string): Promise<string>;
