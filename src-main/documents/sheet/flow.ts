import { BODY, LEFT, MEASURE, RIGHT } from './grid.ts';
import type { Ink } from './ink.ts';
import { PAGE_CENTRE, trainingMark } from './page-frame.ts';

/** Where the next thing goes: a pen position that walks down the pages of one document. */
export class Flow {
  readonly ink: Ink;
  readonly #training: boolean;
  y: number = BODY.first;

  constructor(ink: Ink, training: boolean) {
    this.ink = ink;
    this.#training = training;
    this.newPage();
  }

  /** Starts a page and stands at its first baseline. */
  newPage(): number {
    this.ink.newPage();
    if (this.#training) trainingMark(this.ink, PAGE_CENTRE);
    this.y = BODY.first;
    return this.y;
  }

  /** Starts a page where less than `height` is left. */
  need(height: number): void {
    if (this.y + height > BODY.last) this.newPage();
  }

  /** Part title (Serif Bold 14) with a note at the right; the position moves to the rule's place below. */
  partTitle(title: string, note: string): void {
    this.ink.text(LEFT, this.y, title, { face: 'serifBold', size: 14 });
    this.ink.text(RIGHT, this.y, note, { face: 'sans', size: 8, align: 'right' });
    this.y += 10.5;
  }

  /** Section head (Sans Bold 10.5) with a note at the right; the rule below belongs to what follows. */
  sectionHead(title: string, note: string): void {
    this.ink.text(LEFT, this.y, title, { face: 'sansBold', size: 10.5 });
    this.ink.text(RIGHT, this.y, note, { face: 'sans', size: 8, align: 'right' });
    this.y += 6.5;
  }

  rule(weight: number): void {
    this.ink.rule(LEFT, this.y, MEASURE, weight);
  }

  /** For tables: a new page, standing where the table's upper rule goes. */
  readonly turn = (): number => this.newPage() - 14;
}
