// s9-consent-cover.js: lays placeholders over frames that nobody can draw in; fetched when one is held.
import { handOver } from '../browser/files/hand-over.ts';
import { layOver } from '../browser/held/cover.ts';

handOver(() => layOver);
