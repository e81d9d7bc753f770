// Microsoft Clarity, consent v2: both signals, capital S and all; a no deletes its own cookies.
import type { Signals } from '../../../core/announce/mapping.ts';
import { type CreateReceiver, callAt, inWords } from './receiver.ts';

interface Stub {
  (...command: unknown[]): void;
  q?: unknown[];
}

/** As its own snippet makes it, which keeps one that is there. */
function stub(): Stub {
  const made: Stub = (...command) => void (made.q ??= []).push(command);
  return made;
}

export const createClarity: CreateReceiver = () => {
  // It looks at Google's updates by itself, and never at a default: so it is told in any case.
  const tell = (signals: Signals): void => {
    if (!callAt('clarity')) (window as { clarity?: Stub }).clarity = stub();
    callAt('clarity')?.('consentv2', inWords(signals, 'granted', 'denied'));
  };
  return { isThere: () => true, before: tell, tell };
};
