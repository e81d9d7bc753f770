// s9-consent-cleanup.js: deletes what a denied purpose left; fetched where the policy declares such.
import { handOver } from '../browser/files/hand-over.ts';
import { deleteLeaves } from '../browser/held/clean-up.ts';

handOver(() => deleteLeaves);
