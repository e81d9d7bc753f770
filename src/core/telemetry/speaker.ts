// Telemetry is fetched at its first grant. From then on it follows every change by itself.
import type { InForce } from '../choice/in-force.ts';
import { once } from '../once.ts';
import type { Ports } from '../ports.ts';
import type { Settings } from '../settings/settings.ts';
import { TELEMETRY_PURPOSE } from './events.ts';
import type { Telemetry } from './telemetry.ts';

/** Makes what is to be called at every change. */
export function createSpeaker(
  settings: Settings,
  { files, outgoing }: Ports,
  { allows, state }: InForce,
  reread: () => Promise<unknown>,
) {
  const load = once(() => files.telemetry(settings, { outgoing, state, allows, reread }));
  const isOn = () => settings.endpoint && allows(TELEMETRY_PURPOSE);
  let speaking: Telemetry | null = null;
  return {
    /** @param isRestored the page came back from the back/forward cache, which is a new view. */
    async speak(isRestored = false): Promise<void> {
      if (isOn()) speaking = await load();
      speaking?.follow(isRestored);
    },
    /** Without a grant nothing is told, and nothing kept. */
    async track(...said: Parameters<Telemetry['track']>): Promise<void> {
      if (isOn()) (await load())?.track(...said);
    },
  };
}
