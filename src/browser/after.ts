// What follows an answer: its record and, once granted, the telemetry.
import { build } from 'virtual:s9/build';
import type { ConsentRecord } from '../core/choice.ts';
import type { After } from '../core/ports.ts';
import { createTelemetry } from '../core/telemetry.ts';
import type { HeldStore } from './choice-store.ts';
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
    void sendOwed((ports.choices as HeldStore).known, settings.proofEndpoint, build);
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
