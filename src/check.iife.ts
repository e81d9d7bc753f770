// s9-consent-check.js: reads and checks settings that stand outside the tag; fetched only for those.
import { watchIntegrity } from 'virtual:s9/watch';
import { given, handOver } from './browser/hand-over.ts';
import type { LoadPart } from './browser/parts.ts';
import { type Settle, settle } from './browser/settle.ts';
import type { WatchLeaks } from './browser/watch-loader.ts';

const loadPart = given() as LoadPart;

const settleHere: Settle = (settings, standard) =>
  settle(settings, standard, () => loadPart<WatchLeaks>('s9-consent-watch.js', watchIntegrity));

handOver(settleHere);
