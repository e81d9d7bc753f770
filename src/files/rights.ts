// s9-consent-rights.js: receipt, export, erasure; fetched only when one of them is asked for.
import { handOver } from '../browser/files/hand-over.ts';
import { createRightsOf } from '../english/rights.ts';

handOver(() => createRightsOf);
