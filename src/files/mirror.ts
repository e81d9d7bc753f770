// s9-consent-mirror.js: tells the Customer's server the choice; fetched where the setting asks for it.
import { startMirror } from '../browser/announce/mirror.ts';
import { handOver } from '../browser/files/hand-over.ts';

handOver(() => startMirror);
