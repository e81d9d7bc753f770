// Lets pass in WebKit what no test may let pass, and has to fail for that.
import { test } from './webkit.ts';

test('a console error', ({ person }) =>
  person.visit('<script>console.error("told")</script>', { tag: false }));
