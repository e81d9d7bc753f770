// Whatever stands in `announce`: it is read without a throw, and grants nothing that nobody granted.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ANNOUNCED, stateWith } from './fakes.ts';
import { signalsOf } from './mapping.ts';
import { readAnnounce } from './read-announce.ts';
import { RECEIVER_NAMES, RECEIVERS } from './receivers.ts';

const IDS = ANNOUNCED.purposes.flatMap(({ id, services }) => [
  id,
  ...services.map((service) => `service:${service.id}`),
]);
const ids = fc.array(fc.constantFrom(...IDS, 'granted', 'unheard', '*'), { maxLength: 3 });
const value = fc.oneof(
  ids.map((each) => each.join(' ')),
  fc.jsonValue(),
);
const signal = fc.constantFrom(...Object.values(RECEIVERS).flatMap(({ signals }) => signals));
const receiver = fc.oneof(value, fc.dictionary(fc.oneof(signal, fc.string()), value));
const announce = fc.oneof(
  fc.dictionary(fc.oneof(fc.constantFrom(...RECEIVER_NAMES), fc.string()), receiver),
  fc.jsonValue(),
);

/** Signals of all receivers that are on. */
const onOf = (given: unknown, granted: readonly string[]): string[] =>
  readAnnounce(given, ANNOUNCED).mappings.flatMap((mapping) =>
    Object.entries(signalsOf(mapping, stateWith(granted))).flatMap(([name, isOn]) =>
      isOn ? name : [],
    ),
  );

it('where nothing is granted nothing is told as granted, but what needs no yes', () => {
  fc.assert(
    fc.property(announce, (given) => {
      expect(onOf(given, []).filter((name) => name !== 'security_storage')).toEqual([]);
    }),
  );
});

it('L-20 who grants less tells no more', () => {
  fc.assert(
    fc.property(announce, fc.subarray(IDS), fc.subarray(IDS), (given, one, other) => {
      const both = one.filter((id) => other.includes(id));
      const [less, more] = [onOf(given, both), onOf(given, one)];
      // A purpose that loses its services is no yes to them.
      expect(less.filter((name) => !more.includes(name))).toEqual([]);
    }),
  );
});

it('every receiver that is read is denied or told by its own signals alone', () => {
  fc.assert(
    fc.property(announce, (given) => {
      for (const { receiver: name, signals } of readAnnounce(given, ANNOUNCED).mappings) {
        const { signals: own } = RECEIVERS[name];
        const names = Object.keys(signals);
        expect(names).toEqual(own[0] ? [...own] : name === 'custom' ? [] : ['yes']);
      }
    }),
  );
});
