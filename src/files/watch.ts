// s9-consent-watch.js: names what leaks; fetched only where the setting `watch` is on.
import { handOver } from '../browser/files/hand-over.ts';
import { runningScript } from '../browser/files/running.ts';
import { watchLeaks } from '../browser/watch/leak-watch.ts';
import type { Watched } from '../browser/watch/watch-loader.ts';

/** The widget's other files stand beside this one. */
const folder = new URL('.', (runningScript() as HTMLScriptElement).src).href;

handOver(
  () => (watched: Watched) =>
    watchLeaks({ ...watched, widgetUrls: [folder, ...watched.widgetUrls] }),
);
