import type { Segment } from '#domain/number/number.ts';

export const SEGMENTS: readonly Segment[] = [
  { head: '4000', ownerId: 'unicom', ownerName: '中国联通', orderable: true },
  { head: '4006', ownerId: 'unicom', ownerName: '中国联通', orderable: true },
  { head: '4001', ownerId: 'mobile', ownerName: '中国移动', orderable: false },
  { head: '4008', ownerId: 'telecom', ownerName: '中国电信', orderable: false },
];
