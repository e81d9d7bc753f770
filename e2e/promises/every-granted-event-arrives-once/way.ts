// The way from pages to the receiver, with its weather; keeps what arrived, and how it was answered.
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { eventsIn, type SentEvent } from '../../support/receiver.ts';
import { bodyOf, listen, pathOf } from '../../support/server.ts';
import type { Weather } from './visits.ts';

export interface Arrival {
  /** The visit it is of. */
  readonly visit: string;
  readonly body: string;
  readonly events: readonly SentEvent[];
  /** The receiver's answer; 0 where it got nothing. */
  readonly status: number;
}

export interface Way {
  readonly origin: string;
  setWeather(visit: string, weather: Weather): void;
  arrivals(visit?: string): readonly Arrival[];
  /** Whether a request of the visit waits for its answer. */
  isUnderWay(visit: string): boolean;
  close(): Promise<void>;
}

/** Long enough for a page to go away meanwhile. */
const SLOW_MS = 400;

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

function passOn({ method, url, headers }: IncomingMessage, body: string, port: number) {
  return new Promise<Answer>((done, failed) => {
    const passing = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      void bodyOf(answer).then((text) =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
      );
    });
    passing.on('error', failed);
    passing.end(body);
  });
}

/** A page reads from any answer when to come again, and from a refusal that it is one. */
function turnAway({ headers }: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(503, {
      'Retry-After': '1',
      'Access-Control-Allow-Origin': headers.origin ?? '*',
      'Access-Control-Expose-Headers': 'Date, Retry-After',
    })
    .end('{}');
}

/** @param portOf where the receiver is at that moment. */
export async function openWay(portOf: () => number): Promise<Way> {
  const weathers = new Map<string, Weather>();
  const arrivals: Arrival[] = [];
  const underWay: string[] = [];
  const pass = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(incoming);
    const [, visit = ''] = pathOf(incoming).split('/');
    const weather = weathers.get(visit) ?? 'fine';
    if (incoming.method === 'OPTIONS') {
      const { status, headers } = await passOn(incoming, body, portOf());
      return response.writeHead(status, headers).end();
    }
    const note = (status: number) => arrivals.push({ visit, body, events: eventsIn(body), status });
    if (weather === 'cut-before') {
      note(0);
      return incoming.socket.destroy();
    }
    if (weather === 'busy') {
      note(503);
      return turnAway(incoming, response);
    }
    const { status, headers, text } = await passOn(incoming, body, portOf());
    note(status);
    if (weather === 'cut-after') return incoming.socket.destroy();
    if (weather === 'slow') await new Promise((done) => setTimeout(done, SLOW_MS));
    return response.writeHead(status, headers).end(text);
  };
  const server = await listen(async (incoming, response) => {
    const [, visit = ''] = pathOf(incoming).split('/');
    underWay.push(visit);
    try {
      await pass(incoming, response);
    } finally {
      underWay.splice(underWay.indexOf(visit), 1);
    }
  });
  return {
    origin: `http://collector.localhost:${server.port}`,
    setWeather: (visit, weather) => void weathers.set(visit, weather),
    arrivals: (visit) => arrivals.filter((each) => visit === undefined || each.visit === visit),
    isUnderWay: (visit) => underWay.includes(visit),
    close: () => server.close(),
  };
}
