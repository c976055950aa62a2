import type { ReactNode, RefObject } from 'react';
import { finderText } from '../../../text/number-finder.ts';
import { Chip } from '../../../ui/chip.tsx';
import { CellInputs } from './cell-inputs.tsx';
import { shapeOf, toggleShape } from './query-cells.ts';
import { type DigitSet, digitsOf, hasWord, toggleDigit, toggleWord } from './query-words.ts';

const DIGITS = Array.from('0123456789');
const shapes = ['AABB', 'ABAB', 'ABBA', 'AAAB', 'AAA', 'ABCABC'];
const moreShapes = ['AAAA'];

type Props = { readonly text: string; readonly onText: (text: string) => void };

/** Builds the words of the box by pressing: places, shapes, digits. The box stays the one language. */
export function BuilderRow({ text, onText, first }: Props & { readonly first: RefObject<HTMLInputElement | null> }): ReactNode {
  return (
    <div className="number-row number-folds" role="group" aria-label={finderText.build}>
      <span className="number-row-label">{finderText.build}</span>
      <CellInputs text={text} onText={onText} first={first} />
      <span className="number-row-rule" aria-hidden />
      <span className="number-row-label">{finderText.shapes}</span>
      <ShapeChips text={text} onText={onText} shapes={shapes} />
      <span className="number-row-rule" aria-hidden />
      <Chip label={`${finderText.digitSets.without} 4`} on={digitsOf(text, 'without').includes('4')} onClick={() => onText(toggleDigit(text, 'without', '4'))} />
      <WordChip text={text} onText={onText} word="含8" label="含 8" />
    </div>
  );
}

/** The rest of the language, shown when the builder is unfolded. */
export function BuilderMore({ text, onText }: Props): ReactNode {
  return (
    <div className="number-row" role="group" aria-label={finderText.buildMore}>
      <Digits set="without" text={text} onText={onText} />
      <Digits set="only" text={text} onText={onText} />
      <span className="number-row-rule" aria-hidden />
      <ShapeChips text={text} onText={onText} shapes={moreShapes} />
      {finderText.buildWords.map(({ word, label }) => <WordChip key={word} text={text} onText={onText} word={word} label={label} />)}
    </div>
  );
}

function WordChip({ text, onText, word, label }: Props & { readonly word: string; readonly label: string }): ReactNode {
  return <Chip label={label} on={hasWord(text, word)} onClick={() => onText(toggleWord(text, word))} />;
}

function ShapeChips({ text, onText, shapes }: Props & { readonly shapes: readonly string[] }): ReactNode {
  const now = shapeOf(text);
  return shapes.map((shape) => <Chip key={shape} label={shape} on={now === shape} onClick={() => onText(toggleShape(text, shape))} />);
}

function Digits({ set, text, onText }: Props & { readonly set: DigitSet }): ReactNode {
  const chosen = digitsOf(text, set);
  const verb = finderText.digitSets[set];
  return (
    <>
      <span className="number-row-label">{verb}</span>
      <span className="digit-keys" role="group" aria-label={verb}>
        {DIGITS.map((digit) => <button key={digit} type="button" aria-pressed={chosen.includes(digit)} aria-label={`${verb} ${digit}`} onClick={() => onText(toggleDigit(text, set, digit))}>{digit}</button>)}
      </span>
    </>
  );
}
