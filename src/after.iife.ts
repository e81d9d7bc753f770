// s9-consent-after.js: what follows an answer; fetched while the notice is on screen, or at a grant.
import { rightsIntegrity } from 'virtual:s9/rights';
import { given, handOver } from './browser/hand-over.ts';
import type { LoadPart } from './browser/parts.ts';
import type { CreateRights } from './browser/rights.ts';
import { withRights } from './browser/with-rights.ts';

// The tag lends the loader: its folder and its nonce are the ones to fetch with.
const loadPart = given() as LoadPart;

handOver(withRights(() => loadPart<CreateRights>('s9-consent-rights.js', rightsIntegrity)));
