// s9-consent-ready.js: tells a script what of the page's beginning it has missed; fetched for those that ask for it.
import { handOver } from '../browser/files/hand-over.ts';
import { hearWhatHasBeen } from '../browser/held/scripts/ready.ts';

handOver(() => hearWhatHasBeen);
