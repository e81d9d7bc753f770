// s9-consent-focus.js: keeps the banner off what has the focus; fetched for who goes through the page by keyboard.
import { handOver } from '../browser/files/hand-over.ts';
import { giveWay } from '../browser/person/give-way.ts';

handOver(() => giveWay);
