// s9-consent-check.js: reads and checks settings that stand outside the tag; fetched only for those.
import { handOver } from './browser/hand-over.ts';
import { settle } from './browser/settle.ts';

handOver(settle);
