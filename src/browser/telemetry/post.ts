// Sends a request, and notes what became of it.
import type { Noted } from '../../core/rights/exported.ts';
import type { Reply } from '../../core/telemetry/delivery.ts';

/**
 * Not a beacon: blockers drop those to other sites, and its answer says nothing (X-10, S-10). What is blocked is
 * refused, and tried in no other way.
 *
 * @param onLeft called once it is on its way.
 * @returns what was answered; `null` where nothing was. `entry.outcome` says which.
 */
export async function post(
  entry: Noted,
  signal: AbortSignal,
  onLeft: () => unknown = () => undefined,
): Promise<Reply | null> {
  const { to, body } = entry;
  try {
    // A request throws where no browser sends anything, as to an address with a password in it.
    const leaving = fetch(new Request(to).url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      credentials: 'omit',
      keepalive: true,
      // Nobody but the endpoint was named to the person who said yes.
      redirect: 'error',
      // An address says what was read and searched for (L-26).
      referrerPolicy: 'no-referrer',
      signal,
    });
    onLeft();
    const { ok, status, headers } = await leaving;
    entry.outcome = ok ? 'sent' : 'refused';
    return { status, retryAfter: headers.get('Retry-After'), date: headers.get('Date') };
  } catch {
    entry.outcome = signal.aborted ? 'dropped' : 'unanswered';
    return null;
  }
}
