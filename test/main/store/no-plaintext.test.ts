import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { driveOrdinaryCase, ordinaryPlan } from '../../support/ordinary-case.ts';
import { samplePhoto } from '../../support/sample-company.ts';
import { openTestConsole } from '../../support/test-console.ts';

/** Every file below a folder; papers that the printer put out are meant to be read. */
const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(dir, file).startsWith('printed'));

test('names, identity numbers, phones and pictures of a whole case lie nowhere in the clear, open or closed', async () => {
  const desk = await openTestConsole();
  const plan = { ...ordinaryPlan(777), offlinePick: ['4006001403'] };
  await desk.signIn('WJ0127');
  await driveOrdinaryCase(desk.call, plan);
  const { customer } = plan;
  const photo = Buffer.from(await samplePhoto(plan.photoSeed + 'licence'.length));
  const words = [
    customer.name, customer.creditCode, customer.address, customer.legalName, customer.legalIdNumber, customer.legalPhone, customer.handlerName, customer.handlerIdNumber, customer.handlerPhone,
    customer.handlerPhone.replaceAll(' ', ''), customer.purpose, customer.businessScope, '值班', '4006001403', '练习密码-2026', '%PDF-',
  ].map((text) => Buffer.from(text));
  // Bytes from the middle of a picture, as a copy would hold them, and the heads of picture files.
  const canaries = [...words, photo.subarray(4000, 4032), Buffer.from('ffd8ffe000104a46', 'hex'), Buffer.from('JFIF\0'), Buffer.from('SQLite format 3')];
  const hits = () => filesIn(desk.dir).flatMap((file) => {
    const bytes = readFileSync(file);
    return canaries.filter((canary) => bytes.includes(canary)).map((canary) => `${relative(desk.dir, file)}: ${canary.toString()}`);
  });
  expect(filesIn(desk.dir).length).toBeGreaterThan(15);
  expect(hits()).toEqual([]);
  await desk.close();
  expect(hits()).toEqual([]);
  expect(desk.logged.filter((line) => words.some((word) => line.includes(word.toString())))).toEqual([]);
  await desk.dispose();
});
