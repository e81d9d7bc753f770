// s9-consent-advice.js: says in the console what is marked up wrongly; fetched only where something is.
import { handOver } from '../browser/files/hand-over.ts';
import { advise } from '../browser/held/advice/advice.ts';

handOver(() => advise);
