// Forty invented readers, who send what real ones would: for a sample site that nobody visits.

const PAGES = ['/', '/', '/', '/second.html', '/second.html', '/privacy.html'];
const BROWSERS = ['Firefox', 'Chrome', 'Chrome', 'Safari'];
const SYSTEMS = ['Windows', 'macOS', 'Android', 'iOS'];
const READERS = 40;
const HOUR_MS = 3_600_000;

type Value = { readonly stringValue: string } | { readonly doubleValue: number };

const pick = (list: readonly string[]): string =>
  list[Math.floor(Math.random() * list.length)] ?? '';

const record = (
  eventName: string,
  atMs: number,
  attributes: Readonly<Record<string, string | number>>,
) => ({
  timeUnixNano: `${Math.round(atMs)}000000`,
  observedTimeUnixNano: `${Date.now()}000000`,
  severityNumber: 9,
  eventName,
  attributes: Object.entries(attributes).map(([key, value]) => ({
    key,
    value: (typeof value === 'number' ? { doubleValue: value } : { stringValue: value }) as Value,
  })),
});

interface Config {
  readonly policy?: { readonly purposes?: readonly { id: string; visitors?: string }[] };
}

/** As this page's own policy tells visitors apart, for what it does not say is refused. */
function linkOf(): Readonly<Record<string, string>> {
  const json = document.querySelector('[data-s9-config]')?.textContent ?? '{}';
  const { policy } = JSON.parse(json) as Config;
  const visitors = policy?.purposes?.find(({ id }) => id === 'analytics')?.visitors;
  if (visitors === 'visit') return { 'session.id': crypto.randomUUID() };
  return visitors === 'id' ? { 's9.visitor.id': crypto.randomUUID() } : {};
}

/** An answer; after a yes a few pages, each read for a while. */
function reader() {
  const recordId = crypto.randomUUID();
  const isCounted = Math.random() < 0.7;
  const atMs = Date.now() - Math.random() ** 2 * 12 * HOUR_MS;
  const choice = record('s9.choice', atMs, {
    's9.event.id': recordId,
    's9.record.id': recordId,
    's9.subject.id': crypto.randomUUID(),
    's9.purpose.analytics': isCounted ? 'granted' : 'denied',
    's9.purpose.social': Math.random() < 0.4 ? 'granted' : 'denied',
  });
  if (!isCounted) return [choice];
  const link = linkOf();
  const agent = { 'user_agent.name': pick(BROWSERS), 'user_agent.os.name': pick(SYSTEMS) };
  const views = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, (_each, at) => {
    const page = { 's9.record.id': recordId, 'url.path': pick(PAGES), ...link };
    const viewedAtMs = atMs + at * 90_000;
    const seconds = Math.round(50 + Math.random() * 1500) / 10;
    return [
      record('s9.page_view', viewedAtMs, { 's9.event.id': crypto.randomUUID(), ...page, ...agent }),
      record('s9.page_leave', viewedAtMs + seconds * 1000, {
        's9.event.id': crypto.randomUUID(),
        ...page,
        's9.visible_seconds': seconds,
      }),
    ];
  });
  return [choice, ...views.flat()];
}

/** Resolves with what the receiver said of it, in words. */
export async function sendReaders(): Promise<string> {
  const logRecords = Array.from({ length: READERS }, reader).flat();
  const body = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch('/v1/logs', { method: 'POST', headers, body }).catch(
    () => undefined,
  );
  if (!response?.ok) return 'The receiver did not take them.';
  const { partialSuccess } = (await response.json()) as {
    partialSuccess: { rejectedLogRecords?: string };
  };
  const refused = Number(partialSuccess.rejectedLogRecords ?? 0);
  const taken = `${logRecords.length - refused} events of invented readers were taken`;
  return refused > 0
    ? `${taken}, ${refused} refused: the policy does not declare what they say.`
    : `${taken}.`;
}
