// Visit telemetry on this page: its way out, its facts, its clock.
import { build } from 'virtual:s9/build';
import type { TelemetryHost } from '../../core/ports.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { TELEMETRY_PURPOSE } from '../../core/telemetry/events.ts';
import { createTelemetry, type Telemetry } from '../../core/telemetry/telemetry.ts';
import { uuid } from '../crypto/web-crypto.ts';
import { visit } from './visit.ts';
import { createVisitOutbox } from './visit-outbox.ts';

/** @returns `null` where the policy has no such purpose, which nobody can have granted. */
export function startTelemetry(
  { endpoint, policy }: Settings,
  host: TelemetryHost,
): Telemetry | null {
  const purpose = policy.purposes.find(({ id }) => id === TELEMETRY_PURPOSE);
  if (!purpose) return null;
  const outbox = createVisitOutbox({ endpoint, build, purpose }, host);
  const ports = { ...host, outbox, clock: Date, webCrypto: { uuid }, visit };
  return createTelemetry(purpose, policy, ports);
}
