// Sends page views as the widget does, many at once, each again until it was taken.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const AGENTS = ['Chrome', 'Firefox', 'Safari', 'Edge'];
const text = (key, stringValue) => ({ key, value: { stringValue } });

function logRecord(index) {
  const now = Date.now();
  return {
    timeUnixNano: `${now}000000`,
    observedTimeUnixNano: `${now}000000`,
    severityNumber: 9,
    eventName: 's9.page_view',
    attributes: [
      text('s9.event.id', randomUUID()),
      text('s9.record.id', randomUUID()),
      text('url.domain', 'www.example.com'),
      text('url.path', `/article/${index % 500}`),
      text('user_agent.name', AGENTS[index % AGENTS.length]),
      text('user_agent.version', '146.0'),
      text('user_agent.os.name', 'Linux'),
      text('user_agent.os.version', '6.1'),
    ],
  };
}

const messageOf = (count, from) =>
  JSON.stringify({
    resourceLogs: [
      {
        resource: { attributes: [] },
        scopeLogs: [
          {
            scope: { name: 'load', version: '1' },
            logRecords: Array.from({ length: count }, (_, index) => logRecord(from + index)),
          },
        ],
      },
    ],
  });

/** Status, or 0 where there was no answer. */
function post(agent, port, body) {
  return new Promise((done) => {
    const options = { agent, port, host: '127.0.0.1', method: 'POST', path: '/v1/logs' };
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    };
    const sending = request({ ...options, headers }, (response) => {
      response.resume();
      response.on('close', () => done(response.complete ? response.statusCode : 0));
    });
    sending.on('error', () => done(0));
    sending.end(body);
  });
}

/**
 * @param portOf where the receiver is at that moment.
 * @param limits how many senders, events in a message, and when there is enough.
 */
export async function send(portOf, { senders, perMessage, isOver }) {
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  const taken = { events: 0, sent: 0, busy: 0, unanswered: 0, latenciesMs: [] };
  async function sendOne() {
    const body = messageOf(perMessage, taken.sent);
    taken.sent += perMessage;
    const startedAt = performance.now();
    for (;;) {
      const status = await post(agent, portOf(), body);
      if (status === 200) break;
      if (status !== 0 && status !== 503) throw new Error(`the receiver answered ${status}`);
      taken[status === 503 ? 'busy' : 'unanswered'] += 1;
      await pause(20);
    }
    taken.events += perMessage;
    taken.latenciesMs.push(performance.now() - startedAt);
  }
  async function sender() {
    while (!isOver(taken)) await sendOne();
  }
  await Promise.all(Array.from({ length: senders }, sender));
  agent.destroy();
  return taken;
}
