// What could not be done for want of a file is done when the file comes after all.
import { expect, it } from 'vitest';
import { answerOf, SETTINGS } from './choice/fakes.ts';
import { fakeWorld, settled, withFiles } from './fakes.ts';
import { createFlow } from './flow.ts';

it('F-34 F-22 what was granted is released and told by files that come after they were given up', async () => {
  const plain = fakeWorld();
  await createFlow(SETTINGS, plain.ports).decide(answerOf(['analytics']));
  let isToBeHad = false;
  let comeLate = (): void => undefined;
  const { files } = plain.ports;
  const { ports, events } = withFiles(plain, {
    telemetry: async (...given) => (isToBeHad ? files.telemetry(...given) : null),
    onLate: (listener) => void (comeLate = listener),
  });
  const flow = createFlow(SETTINGS, ports);
  events.length = 0;
  await flow.begin();
  await settled();
  expect(events).not.toContain('speak');
  events.length = 0;
  isToBeHad = true;
  comeLate();
  await settled();
  expect(events).toContain('apply analytics');
  expect(events).toContain('speak');
});
