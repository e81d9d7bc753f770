// What follows an answer: its record and, once granted, the telemetry.
import type { After } from '../core/ports.ts';
import { keep } from '../core/record.ts';
import { createTelemetry } from '../core/telemetry.ts';
import { createOutbox } from './outbox.ts';
import { proof } from './proof.ts';
import { visit } from './visit.ts';

export const after: After = {
  keep: (answer, settings, ports) => keep(answer, settings, ports, proof),
  speak(settings, build, state, allows) {
    const outbox = createOutbox(settings.endpoint, build);
    return createTelemetry(settings, { clock: Date, outbox, proof, visit }, state, allows);
  },
};
