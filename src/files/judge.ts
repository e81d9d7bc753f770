// s9-consent-judge.js: tells whether a press was meant; fetched once a control that grants has been painted.
import { handOver } from '../browser/files/hand-over.ts';
import { createJudge } from '../browser/person/judge.ts';

handOver(() => createJudge);
