// s9-consent-markup.js: reads other widgets' markup as ours; fetched only where the setting `markup` names some.
import { handOver } from '../browser/files/hand-over.ts';
import { readPeerMarkup } from '../browser/held/peer-markup.ts';

handOver(() => readPeerMarkup);
