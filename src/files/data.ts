// s9-consent-data.js: “Your data”; fetched when it is first opened.
import { handOver } from '../browser/files/hand-over.ts';
import { createData } from '../worded/data.ts';

handOver(() => createData);
