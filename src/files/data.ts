// s9-consent-data.js: “Your data”; fetched when it is first opened.
import { handOver } from '../browser/files/hand-over.ts';
import { createData } from '../english/data.ts';

handOver(() => createData);
