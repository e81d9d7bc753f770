// What scripts of the page have done to the language before the tag runs; each is written into the page.

/** Honest, old or clumsy: with these everything must work. */
export const HONEST: Readonly<Record<string, string>> = {
  'an old library with methods of its own': `
    Object.assign(Array.prototype, {
      each(f) { for (let i = 0; i < this.length; i++) f(this[i], i); return this; },
      collect(f = (x) => x) { const all = []; this.each((x, i) => all.push(f(x, i))); return all; },
      findAll(f) { const all = []; this.each((x, i) => { if (f(x, i)) all.push(x); }); return all; },
      toArray() { return this.collect(); },
      reduce() { return this.length > 1 ? this : this[0]; },
      clear() { this.length = 0; return this; },
    });
    Array.prototype.map = Array.prototype.collect;
    Array.prototype.filter = Array.prototype.select = Array.prototype.findAll;
    Array.prototype.entries = Array.prototype.toArray;
    Array.prototype.some = Array.prototype.any = function (f) { return this.findAll(f).length > 0; };
    Array.prototype.every = Array.prototype.all = function (f) {
      return this.findAll(f).length === this.length;
    };
    Array.prototype.includes = Array.prototype.include = function (x) { return this.indexOf(x) > -1; };
    Array.from = (list) => { const all = []; for (let i = 0; i < list.length; i++) all[i] = list[i]; return all; };
    Function.prototype.bind = function (self, ...first) {
      const f = this; return (...rest) => f.apply(self, first.concat(rest));
    };
    Object.values = (object) => Object.keys(object).map((key) => object[key]);`,
  'toJSON that answers in text': `
    const write = JSON.stringify;
    Array.prototype.toJSON = function () { return '[' + this.map((x) => write(x)).join(', ') + ']'; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Date.prototype.toJSON = () => 'now';`,
  'toJSON on every object': `
    Object.prototype.toJSON = function () { return 'an object'; };`,
  'JSON that is indented': `
    const { parse, stringify } = JSON;
    JSON.stringify = (value, replacer) => stringify(value, replacer, 2);
    JSON.parse = (text, reviver) => parse(text, reviver);`,
  'promises of its own': `
    const Native = Promise;
    const { then } = Native.prototype;
    class ZoneAwarePromise {
      constructor(work) { this.native = new Native(work); }
      then(...both) {
        return new ZoneAwarePromise((done, fail) => {
          const run = (f, otherwise) => (value) => {
            try { if (typeof f === 'function') done(f(value)); else otherwise(value); } catch (fault) { fail(fault); }
          };
          then.call(this.native, run(both[0], done), run(both[1], fail));
        });
      }
      catch(f) { return this.then(undefined, f); }
      finally(f) { return this.then((x) => (f(), x), (x) => { f(); throw x; }); }
      static resolve(value) { return new ZoneAwarePromise((done) => done(value)); }
      static reject(fault) { return new ZoneAwarePromise((done, fail) => fail(fault)); }
      static all(list) { return ZoneAwarePromise.resolve(Native.all(list)); }
      static race(list) { return ZoneAwarePromise.resolve(Native.race(list)); }
    }
    globalThis.Promise = ZoneAwarePromise;
    Native.prototype.then = function (...both) {
      return new ZoneAwarePromise((done, fail) => then.call(this, done, fail)).then(...both);
    };
    globalThis.setTimeout = ((later) => (f, ...args) => later(() => f(), ...args))(setTimeout);`,
  'listeners and attributes that are wrapped': `
    for (const [owner, name] of [
      [EventTarget.prototype, 'addEventListener'], [EventTarget.prototype, 'dispatchEvent'],
      [Element.prototype, 'setAttribute'], [Element.prototype, 'getAttribute'],
      [Node.prototype, 'appendChild'], [Element.prototype, 'append'], [Document.prototype, 'createElement'],
    ]) {
      const original = owner[name];
      owner[name] = function (...args) { return original.apply(this, args); };
    }`,
  'a fetch that is listened to': `
    const original = fetch;
    globalThis.fetch = (...args) => original(...args).then((response) => { response.clone(); return response; });`,
  'polyfills where none is needed': `
    Array.from = (list, f = (x) => x) => { const all = []; for (const x of list) all.push(f(x)); return all; };
    Object.entries = (object) => Object.keys(object).map((key) => [key, object[key]]);
    Object.fromEntries = (list) => { const all = {}; for (const [key, x] of list) all[key] = x; return all; };
    Object.hasOwn = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
    Object.assign = (to, ...all) => { for (const each of all) for (const key in each) to[key] = each[key]; return to; };
    Array.prototype.at = function (i) { return this[i < 0 ? this.length + i : i]; };
    Array.prototype.flatMap = function (f) { return [].concat(...this.map(f)); };
    Element.prototype.matches = Element.prototype.webkitMatchesSelector;
    Object.prototype.isPolyfilled = true;
    Array.prototype.isPolyfilled = true;`,
  'everything frozen': `
    for (const each of [Object, Array, Function, Promise, String, RegExp, Map, Set, Date, Error, Event, Element]) {
      Object.freeze(each);
      Object.freeze(each.prototype);
    }`,
};

/** Wrong: with these what works is luck, but nothing is ever released for it. */
export const LYING: Readonly<Record<string, string>> = {
  'every() is true': 'Array.prototype.every = () => true;',
  'some() is false': 'Array.prototype.some = () => false;',
  'some() is true': 'Array.prototype.some = () => true;',
  'includes() is true': 'Array.prototype.includes = () => true;',
  'includes() is false': 'Array.prototype.includes = () => false;',
  'filter() finds nothing': 'Array.prototype.filter = () => [];',
  'filter() finds everything': 'Array.prototype.filter = function () { return this; };',
  'map() makes nothing': 'Array.prototype.map = () => [];',
  'flatMap() makes nothing': 'Array.prototype.flatMap = () => [];',
  'find() finds nothing': 'Array.prototype.find = () => undefined;',
  'at() is nothing': 'Array.prototype.at = () => undefined;',
  'lists have nothing to go through':
    'Array.prototype[Symbol.iterator] = () => ({ next: () => ({ done: true }) });',
  'sets are empty': 'globalThis.Set = class extends Set { constructor() { super(); } };',
  'everything has everything': 'Object.hasOwn = () => true;',
  'objects have no entries': 'Object.entries = () => [];',
  'patterns fit everything': 'RegExp.prototype.test = () => true;',
  'texts start with anything': 'String.prototype.startsWith = () => true;',
  'JSON is one word': 'JSON.stringify = () => \'"word"\';',
  'the clock stands still': 'Date.now = () => 0;',
  'promises are never kept': 'Promise.prototype.then = () => new Promise(() => {});',
  // Last, for by it every answer has expired.
  'the clock knows no time': 'Date.now = () => NaN;',
};
