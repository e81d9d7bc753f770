// What is taken out of the test's page is told, as the tag tells it. For browser tests only.
import { createHeldElements } from '../held/held-elements.ts';

export const { onGone } = createHeldElements(
  () => undefined,
  async () => null,
);
