import { expect, test } from '../support/launch-console.ts';
import { sampleCustomer, samplePhoto } from '../support/sample-company.ts';
import { counterOn } from './pages/counter-page.ts';

test('an ordinary company gets its number: from an empty form to activated, through the screens', async ({ launch }) => {
  test.setTimeout(240_000);
  const console = await launch({ env: { CONSOLE_POOL: '20000', CONSOLE_TIME_SCALE: '1000000' } });
  const counter = counterOn(await console.firstWindow());
  const jpeg = await samplePhoto(7);
  const scans = (...kinds: readonly ('licence' | 'handler-id-front' | 'handler-id-back' | 'authorisation' | 'sealed-agreement' | 'sealed-form')[]) => kinds.map((kind) => ({ kind, jpeg }));
  await counter.signIn();
  await counter.newCase();
  await counter.fillCustomer(sampleCustomer(11));
  // The first row of an untouched list is nobody's wish: keys pressed twice must not hold the dearest number.
  await counter.openTask(2);
  await expect(counter.page.getByRole('button', { name: /先找号/ })).toBeDisabled();
  await counter.goOn();
  await counter.page.waitForTimeout(300);
  expect((await counter.view()).number).toBeNull();
  const number = await counter.holdNumber('普通');
  await counter.choosePlan('50元低消');
  await counter.addDocuments(scans('licence', 'handler-id-front', 'handler-id-back', 'authorisation'));
  await counter.signPaper('agreement');
  await counter.printTwo();
  await counter.buildForm();
  await counter.page.keyboard.press('Control+Enter');
  await counter.signPaper('form');

  // 待盖章: nothing is handed to the carrier before the papers with the company's seal are scanned.
  await counter.payCash();
  await expect(counter.ask('activation/submit', { caseId: await counter.caseId() })).rejects.toThrow(/tasks-open/);
  await counter.addDocuments(scans('sealed-agreement', 'sealed-form'));
  await counter.submit();
  await counter.untilCompleted();
  const done = await counter.view();
  expect(done.number?.digits).toBe(number);
  expect(done.tasks.map((task) => task.status)).toEqual(Array.from({ length: 8 }, () => 'done'));
  expect(done.payments).toMatchObject({ dueLi: 200_000, receivedLi: 200_000 });
});
