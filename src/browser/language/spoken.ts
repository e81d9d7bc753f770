// What the page is spoken to in, set before anything is drawn. The tag lends it: it is one for all files.
import type { Translation } from '../../locales/locale.ts';

/**
 * Missing where that is English. Its words settle in time, to `null` where they are not to be had: that is English
 * then, whole (L-24).
 */
export const spoken: { words?: Promise<Translation | null> } = {};
