// Which pages are spoken to in English, which every file has: then nothing else is fetched.

/** Any English, and what names no language. */
export const ENGLISH = /^(en)?($|[-_])/i;
