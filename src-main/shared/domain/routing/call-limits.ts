import type { RoutingLimits } from '../policy.ts';
import type { CallLimits } from './call.ts';

/** The limits that a call meets, out of the policy's. */
export const callLimits = ({ forwardsPerCall, ivrDepth }: RoutingLimits): CallLimits => ({ forwardsPerCall: forwardsPerCall.value, ivrDepth: ivrDepth.value });
