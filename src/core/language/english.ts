// Whether a page is spoken to in English, which every file has: then nothing else is fetched.

/** Any English, and what names no language. */
export const isEnglish = (range: string): boolean => /^(en)?($|[-_])/i.test(range);
