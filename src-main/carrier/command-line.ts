import { parseArgs } from 'node:util';
import { z } from 'zod';

const whole = z.coerce.number().int();

const options = z.object({
  port: whole.min(0).max(65_535).default(0),
  data: z.string().min(1),
  resources: z.string().min(1),
  timeScale: z.coerce.number().positive().max(1e12).default(1),
  halls: z.array(z.string().regex(/^[A-Za-z0-9_-]{2,32}$/)).min(1),
  pool: whole.min(2).max(2_000_000).multipleOf(2).default(2_000_000),
  seed: whole.min(0).max(2 ** 31).default(1),
  leasePickHours: z.coerce.number().positive().max(24 * 90).optional(),
  leaseSettleDays: z.coerce.number().positive().max(365).optional(),
  admin: z.boolean().default(false),
  dieWithParent: z.boolean().default(false),
});

/** How the carrier was started. */
export type CarrierOptions = z.infer<typeof options>;

/** Reads the command line; throws a readable error on anything it does not know. */
export function readCommandLine(args: readonly string[], defaultResources: string): CarrierOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' }, data: { type: 'string' }, resources: { type: 'string' }, 'time-scale': { type: 'string' }, hall: { type: 'string', multiple: true },
      pool: { type: 'string' }, seed: { type: 'string' }, 'lease-pick-hours': { type: 'string' }, 'lease-settle-days': { type: 'string' }, admin: { type: 'boolean' }, 'die-with-parent': { type: 'boolean' },
    },
  });
  return options.parse({
    ...values, resources: values.resources ?? defaultResources, timeScale: values['time-scale'], halls: values.hall,
    leasePickHours: values['lease-pick-hours'], leaseSettleDays: values['lease-settle-days'], dieWithParent: values['die-with-parent'],
  });
}
