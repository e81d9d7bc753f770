// s9-consent-after.js: what follows an answer; fetched while the notice is on screen, or at a grant.
import { after } from './browser/after.ts';
import { handOver } from './browser/hand-over.ts';

handOver(after);
