// s9-consent-rights.js: receipt, export, erasure; fetched only when one of them is asked for.
import { handOver } from './browser/hand-over.ts';
import { createRights } from './browser/rights.ts';

handOver(createRights);
