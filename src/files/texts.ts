// s9-consent-texts.js: a policy's own words in other languages; fetched where it has such.
import { handOver } from '../browser/files/hand-over.ts';
import { speakTexts } from '../browser/language/texts.ts';

handOver(() => speakTexts);
