// s9-consent-watch.js: names what leaks; fetched only where the setting `watch` is on.
import { handOver } from './browser/hand-over.ts';
import { watchLeaks } from './browser/leak-watch.ts';
import type { Watched } from './browser/watch-loader.ts';

/** The widget's other files stand beside this one. */
const folder = new URL('.', (document.currentScript as HTMLScriptElement).src).href;

handOver((watched: Watched) =>
  watchLeaks({ ...watched, widgetUrls: [folder, ...watched.widgetUrls] }),
);
