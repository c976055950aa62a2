import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import type { MadePaper, MakeOptions, PaperRefusal } from '../../documents/paper-office.ts';
import type { ConsoleContext } from '../console-context.ts';
import { readHall } from '../hall/policy.ts';
import { refuse } from '../refuse.ts';

/** What the office answered, in the words of the door. */
export function madeOrRefused(made: Result<MadePaper, PaperRefusal>): Result<MadePaper, Failure> {
  if (made.ok) return ok(made.value);
  switch (made.error.code) {
    case 'missing-glyphs': return refuse('missing-glyph', { characters: made.error.characters.join('') });
    case 'no-certificate': return refuse('certificate-missing');
    case 'certificate-not-valid': return refuse('certificate-expired', { validTo: made.error.validTo });
    default: return refuse('paper-office-stopped');
  }
}

/** A seal of the hall for a paper made at this moment. */
export const sealedAt = (context: ConsoleContext, at: string, reason: string): MakeOptions =>
  ({ createdAt: new Date(at), seal: { reason, location: readHall(context).name } });
