import type { Failure } from '#contract/failures.ts';
import type { Suggestion, Suggestions } from '#contract/numbers.ts';
import { chooseByMeaning, type MeaningCandidate } from '#domain/number/meaning/meaning-ranking.ts';
import { meaningSources } from '#domain/number/meaning/meaning-sources.ts';
import { meaningOf, type MeaningSource } from '#domain/number/meaning/meaning.ts';
import { lookOf } from '#domain/number/meaning/looks-special.ts';
import { isSpecial, type Grade, type NumberRules } from '#domain/number/grade/number-rules.ts';
import { warningsOf } from '#domain/number/meaning/number-warnings.ts';
import { expandGlob, type Mask } from '#domain/number/query/query-mask.ts';
import { ok, type Result } from '#domain/result.ts';
import type { SearchReply } from '../../pool/worker-messages.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { hitOf } from './hit-of.ts';

type Needs = Pick<ConsoleContext, 'mode' | 'db' | 'reference' | 'pool'>;

/** Free numbers that carry something of this customer: its year, door, phone, code or name, then what everybody knows; with how many each fact has. */
export async function suggestNumbers(context: Needs, caseId: string): Promise<Result<Suggestions, Failure>> {
  const row = findCase(context.db, caseId);
  if (row === null) return refuse('case-not-found');
  const began = performance.now();
  const tables = rulesInForce(context);
  const sources = meaningSources(row.customer, context.reference.meanings);
  const answers = await Promise.all(sources.map((source) => askPool(context, tables.rules, source)));
  const failed = answers.find((answer) => !answer.ok);
  if (failed && !failed.ok) return failed;
  const found = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const chosen = chooseByMeaning(found.flatMap(({ candidates }) => candidates).filter(({ digits }) => context.pool.isFree(digits)));
  const hits: readonly Suggestion[] = chosen.map(({ digits, meaning }) => ({ ...hitOf(context, digits, tables), meaning }));
  return ok({ sources: sources.map(({ kind, from }, at) => ({ kind, from, count: found[at]?.count ?? 0 })), hits, elapsedMs: performance.now() - began });
}

/** The customer's own facts and trade may stand anywhere and may be special; what everybody knows counts at the end only. */
const isOwn = ({ from }: MeaningSource): boolean => from !== '';
const PER_TEXT = 6;
const SHARED = 60;
const ANYWHERE = 24;
const SPECIAL = 2;

type Asked = { readonly count: number; readonly candidates: readonly MeaningCandidate[] };

async function askPool(context: Needs, rules: NumberRules, source: MeaningSource): Promise<Result<Asked, Failure>> {
  const own = isOwn(source);
  const atEnd = source.texts.map(({ digits }) => expandGlob(`*${digits}`));
  const counted = own ? source.texts.flatMap(({ digits }) => expandGlob(`*${digits}*`)) : atEnd.flat();
  const answers = await Promise.all([ask(context, counted, [9], own ? ANYWHERE : SHARED), ...(own ? atEnd.map((masks) => ask(context, masks, [9], PER_TEXT)) : [])]);
  if (own && answers.slice(1).some(hasSpecial)) answers.push(await ask(context, atEnd.flat(), [1, 2, 3, 4, 5, 6], SPECIAL));
  const replies: SearchReply[] = [];
  for (const answer of answers) {
    if (!answer.ok) return refuse('pool-not-loaded', { why: answer.error.code });
    replies.push(answer.value);
  }
  const count = replies[0]?.perGrade.reduce((sum, { count: ofGrade }) => sum + ofGrade, 0) ?? 0;
  return ok({ count, candidates: replies.flatMap(({ hits }) => hits.flatMap(({ digits, grade }) => candidate(context, rules, source, digits, grade))) });
}

const hasSpecial = (answer: Result<SearchReply, unknown>): boolean => answer.ok && answer.value.perGrade.some(({ grade, count }) => isSpecial(grade) && count > 0);

const ask = (context: Needs, masks: readonly Mask[], grades: readonly Grade[], limit: number) =>
  context.pool.search({ terms: [{ kind: 'masks', source: '', masks: [...new Set(masks)] }], grades }, { offset: 0, limit });

function candidate(context: Needs, rules: NumberRules, source: MeaningSource, digits: string, grade: Grade): readonly MeaningCandidate[] {
  const found = meaningOf(digits, source);
  if (found === null) return [];
  const { fit, ...meaning } = found;
  const special = isSpecial(grade);
  const looks = !special && lookOf(digits, rules) !== null;
  return [{ digits, meaning, source: `${source.kind} ${source.from}`, fit, special, looks, warnings: warningsOf(digits, context.reference.meanings).length }];
}
