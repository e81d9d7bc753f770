// s9-consent-proofs.js: sends the proof of each choice; fetched with the answer's file, where they go somewhere.
import { handOver } from '../browser/files/hand-over.ts';
import { createProofs } from '../browser/telemetry/proofs.ts';

handOver(() => createProofs);
