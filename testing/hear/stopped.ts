// Requests that Chromium tells of and that never leave: a Content Security Policy of the page keeps them in.
import type { Request } from 'playwright';
import type { Fact } from '../facts/fact.ts';
import type { Timeline } from '../judge/timeline.ts';

/** Checked before anybody is asked; a redirect that is stopped is a request of its own. */
export const isStopped = (request: Request): boolean => request.failure()?.errorText === 'csp';

/** Adds the fact of each request, and takes it back where the request was stopped. */
export class Asked {
  readonly #timeline: Pick<Timeline, 'add' | 'retract'>;
  readonly #open = new Map<Request, Fact>();

  constructor(timeline: Pick<Timeline, 'add' | 'retract'>) {
    this.#timeline = timeline;
  }

  begin(request: Request, fact: Fact): void {
    this.#open.set(request, fact);
    this.#timeline.add(fact);
  }

  end(request: Request): void {
    const fact = this.#open.get(request);
    this.#open.delete(request);
    if (fact && isStopped(request)) this.#timeline.retract(fact);
  }
}
