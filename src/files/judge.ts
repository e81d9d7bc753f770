// s9-consent-judge.js: tells whether a press was meant; fetched before the box of a form is drawn.
import { handOver } from '../browser/files/hand-over.ts';
import { createJudge } from '../browser/person/judge.ts';

handOver(() => createJudge);
