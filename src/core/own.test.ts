import { expect, it } from 'vitest';
import { own } from './own.ts';

class Named {
  #text = 'of its kind';
  get text() {
    return this.#text;
  }
  say(word: string) {
    return `${word} ${this.#text}`;
  }
}

it('F-53 names put over an object do not stand in for what its kind has', () => {
  const named = Object.defineProperties(new Named(), { say: { value: {} }, text: { value: {} } });
  expect(typeof named.say).toBe('object');
  expect(own(named).say('is')).toBe('is of its kind');
  expect(own(named).text).toBe('of its kind');
});

it('F-53 nor does what a component of the page is called like', () => {
  class Component extends Named {
    override say(word: string) {
      return `${word} of a component`;
    }
  }
  expect(own(new Component()).say('is')).toBe('is of its kind');
});

it('F-53 what only the page has put there is not there', () => {
  const named = Object.assign(new Named(), { prerendering: {} });
  expect(own(named).prerendering).toBeUndefined();
});
