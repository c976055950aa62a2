import { createStaff } from './0010-create-staff.ts';
import { createCases } from './0020-create-cases.ts';
import { createPapers } from './0030-create-papers.ts';
import { createLedger } from './0040-create-ledger.ts';
import { createOutbox } from './0050-create-outbox.ts';
import { createRuleTables } from './0060-create-rule-tables.ts';
import { createShortlist } from './0070-create-shortlist.ts';
import { createLeases } from './0080-create-leases.ts';
import { createCarriedApprovals } from './0090-create-carried-approvals.ts';
import { rememberRankedNumbers } from './0100-remember-ranked-numbers.ts';
import { createTill } from './0110-create-till.ts';
import { createCatalogues } from './0120-create-catalogues.ts';
import { createRealCalls } from './0130-create-real-calls.ts';

/** One step of the schema. A released step is never edited; a new one gets the next ten. */
export type Migration = { readonly step: number; readonly up: string };

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [
  { step: 10, up: createStaff },
  { step: 20, up: createCases },
  { step: 30, up: createPapers },
  { step: 40, up: createLedger },
  { step: 50, up: createOutbox },
  { step: 60, up: createRuleTables },
  { step: 70, up: createShortlist },
  { step: 80, up: createLeases },
  { step: 90, up: createCarriedApprovals },
  { step: 100, up: rememberRankedNumbers },
  { step: 110, up: createTill },
  { step: 120, up: createCatalogues },
  { step: 130, up: createRealCalls },
];
