// The End-User's rights, quoting the policy in the language that was on screen, else in English.

import { quotedPolicy } from '../browser/rights/quoted-policy.ts';
import { createRights } from '../browser/rights/rights.ts';
import type { CreateRights } from '../core/rights/rights.ts';
import { policyOf } from './policy.ts';

export const createRightsOf: CreateRights = (host) =>
  createRights(host, (language) => quotedPolicy(policyOf(host.settings.policy), language));
