// What the tag lends every file that it fetches: functions it has anyway. build/lent.ts names them by module.
import {
  asksForMore,
  choicesIn,
  grantsBy,
  grantsOf,
  recordInForce,
} from '../../core/choice/choice.ts';
import { own, setOwn } from '../../core/own.ts';
import { canonical } from '../../core/policy/canonical.ts';
import { termsOf } from '../../core/policy/terms.ts';
import { MISSING, work } from '../database/open.ts';
import { edge } from '../person/edge.ts';

export const lent = {
  MISSING,
  asksForMore,
  canonical,
  choicesIn,
  edge,
  grantsBy,
  grantsOf,
  own,
  recordInForce,
  setOwn,
  termsOf,
  work,
};
