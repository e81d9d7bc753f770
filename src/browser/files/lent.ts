// What the tag lends every file that it fetches: functions it has anyway. build/lent.ts names them by module, and makes
// a list of this.
import {
  asksForMore,
  choicesIn,
  grantsBy,
  grantsOf,
  recordInForce,
} from '../../core/choice/choice.ts';
import { isGranted } from '../../core/gate/gate.ts';
import { once } from '../../core/once.ts';
import { own, setOwn } from '../../core/own.ts';
import { canonical } from '../../core/policy/canonical.ts';
import { termsOf } from '../../core/policy/terms.ts';
import { DEFAULTS, OPTIONS, SCALARS } from '../../core/settings/settings.ts';
import { MISSING, work } from '../database/open.ts';
import { marks } from '../held/find/marks.ts';
import { spoken } from '../language/spoken.ts';
import { edge } from '../person/edge.ts';

export const lent = {
  DEFAULTS,
  MISSING,
  OPTIONS,
  SCALARS,
  asksForMore,
  canonical,
  choicesIn,
  edge,
  grantsBy,
  grantsOf,
  isGranted,
  marks,
  once,
  own,
  recordInForce,
  setOwn,
  spoken,
  termsOf,
  work,
};
