import type { Body } from '../store/resource-rows.ts';
import type { AllocationStatus } from './pool.ts';

/** A number as TMF639 serves it. */
export const tollFreeNumber = (number: string, status: AllocationStatus): Body => ({
  '@type': 'TollFreeNumber', '@baseType': 'LogicalResource', id: number, href: `/tmf-api/resourceInventory/v5/resource/${number}`,
  value: number, allocationStatus: status, usageState: status === 'allocated' ? 'active' : 'idle',
});
