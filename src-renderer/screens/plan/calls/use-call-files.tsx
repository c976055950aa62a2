import { type DragEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { comparisonText as words } from '../../../text/plan-comparison.ts';

export type CallFile = { readonly name: string; readonly bytes: () => Promise<Uint8Array> };

/** A call list comes from the file picker or is dropped on the task. */
export function useCallFiles(enabled: boolean, onFile: (file: CallFile) => void): {
  readonly pick: () => void;
  readonly dragging: boolean;
  readonly dropProps: { readonly onDragOver: (event: DragEvent) => void; readonly onDragLeave: () => void; readonly onDrop: (event: DragEvent) => void };
  readonly input: ReactNode;
} {
  const picker: RefObject<HTMLInputElement | null> = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file && enabled) onFile({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) });
  };
  return {
    pick: () => { if (enabled) picker.current?.click(); },
    dragging,
    dropProps: {
      onDragOver: (event) => { event.preventDefault(); setDragging(enabled); },
      onDragLeave: () => setDragging(false),
      onDrop: (event) => { event.preventDefault(); setDragging(false); take(event.dataTransfer.files); },
    },
    input: <input ref={picker} type="file" className="visually-hidden" aria-label={words.importCalls} tabIndex={-1} accept=".csv,.xlsx,text/csv"
      onChange={(event) => { take(event.target.files); event.target.value = ''; }} />,
  };
}
