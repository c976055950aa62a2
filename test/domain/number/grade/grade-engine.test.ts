import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../src-main/reference/load-reference.ts';
import { allOn, disagreements, engine, everyNumber, mutants } from './compare-grades.ts';
import { productGrade } from './product-grades.ts';

const reference = loadReference(resolve('resources/reference'));
if (!reference.ok) throw new Error(`reference: ${reference.error.file}`);
const shipped = reference.value.numberRules;

const every97th = [...everyNumber(97)];
const special = [...everyNumber(1, 1_000_000)].filter((seven) => productGrade(seven) !== 9);

describe('the engine against the blind oracle (npm run campaign:grades has all numbers)', () => {
  it('grades as the product page says', () => {
    const wrong = [...every97th, ...special].filter((seven) => engine(seven, shipped).grade !== productGrade(seven));
    expect(wrong).toEqual([]);
  });

  it('agrees on grade, winner and every match by the shipped table', () => {
    expect(disagreements([...every97th, ...special], shipped, engine)).toEqual([]);
  });

  it('agrees with every rule and downgrade switched on', () => {
    expect(disagreements(every97th, allOn(shipped), engine)).toEqual([]);
  });

  it.each(Object.keys(mutants))('notices an engine with %s', (name) => {
    expect(disagreements(special, shipped, mutants[name] as typeof engine, 1)).toHaveLength(1);
  });
});
