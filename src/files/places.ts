// s9-consent-places.js: puts in its place what templates hold; fetched where one of them, or such a script, is held.
import { handOver } from '../browser/files/hand-over.ts';
import { createPlaces } from '../browser/held/places/places.ts';

handOver(() => createPlaces);
