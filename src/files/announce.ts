// s9-consent-announce.js: tells others on the page the choice; fetched where the policy has `announce`.
import { startAnnounce } from '../browser/announce/announce.ts';
import { handOver } from '../browser/files/hand-over.ts';

handOver(() => startAnnounce);
