import { outline } from './raw-ledger.ts';
import { Struck } from './till-hall.ts';
import { expectSame, type World } from './till-world.ts';

/** Dies between two writes of whatever is done, or has it done: what was there before is then all that is there after a restart. */
export async function struckOrDone(world: World, work: () => Promise<unknown>): Promise<void> {
  const { hall, dice, tally, book } = world;
  const before = book.moved.length;
  const outlined = outline(hall.db());
  hall.strikeAfter(dice.between(0, 14));
  try {
    await work();
    hall.strikeAfter(null);
  } catch (error) {
    hall.strikeAfter(null);
    if (!(error instanceof Struck)) throw error;
    expectSame(world, 'half done', outline(hall.db()), outlined);
    expectSame(world, 'kept though it was struck', book.moved.length, before);
    tally.add('struck');
    await hall.crash();
    expectSame(world, 'half done after the restart', outline(hall.db()), outlined);
  }
}
