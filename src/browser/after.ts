// What follows an answer: its record and, once granted, the telemetry.
import { build } from 'virtual:s9/build';
import { type ConsentRecord, recordInForce } from '../core/choice.ts';
import type { After } from '../core/ports.ts';
import { createTelemetry } from '../core/telemetry.ts';
import { keepOnDisk, recordExpiry } from './choice-writer.ts';
import { cleanUp } from './clean-up.ts';
import { keepClear } from './keep-clear.ts';
import { openOutbox, sendOwed, sendUnstored } from './outgoing.ts';
import { isFair, watchControls } from './press-guard.ts';
import { proof } from './proof.ts';
import { visit } from './visit.ts';

export const after: Omit<After, 'right'> = {
  keep: (answer, settings, ports) =>
    keepOnDisk(answer, settings, { ...ports, build }, proof, (history, isOnDisk) =>
      isOnDisk
        ? void sendOwed(history, settings.proofEndpoint, build)
        : sendUnstored(history.at(-1) as ConsentRecord, settings.proofEndpoint, build),
    ),
  cleanUp,
  resume(settings, ports, grants) {
    const { choices, clock, origin } = ports;
    if (recordInForce(choices.known, settings.policy, origin, clock.now())) {
      void sendOwed(choices.known, settings.proofEndpoint, build);
    }
    void recordExpiry(settings, { ...ports, build }, proof);
    return cleanUp(settings.policy, grants);
  },
  guard(settings, ports) {
    void recordExpiry(settings, { ...ports, build }, proof);
    watchControls();
    keepClear();
    return (control, isPointer) => isFair(control as Element, isPointer);
  },
  speak(settings, state, allows, refresh) {
    const outbox = openOutbox(settings.endpoint, build);
    const ports = { clock: Date, outbox, proof, visit };
    return createTelemetry(settings, ports, state, allows, refresh);
  },
};
