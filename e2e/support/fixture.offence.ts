// Lets pass what no test may let pass, and has to fail for that.
import { test } from './fixture.ts';

test('a console error', ({ visit }) =>
  visit('<script>console.error("told")</script>', { tag: false }));
