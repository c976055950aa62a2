import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { papersText } from '../text/papers.ts';
import { useElementSize } from '../ui/use-element-size.ts';
import { useKeys } from '../ui/keys/key-scope.tsx';
import { openPdf, type OpenPdf } from './pdf-document.ts';

const A4 = 210 / 297;
const text = papersText.pages;

/** One page of a PDF at a time, as large as its place allows; PgUp and PgDn turn pages, `zoomKey` or a click enlarges. Shows the very bytes it is given. */
export function PaperPages({ title, bytes, problem, zoomKey = 'Z' }: { readonly title: ReactNode; readonly bytes: Uint8Array | null; readonly problem?: ReactNode; readonly zoomKey?: string }): ReactNode {
  const [page, setPage] = useState(1);
  const [zoomed, setZoomed] = useState(false);
  const { pdf, failed } = useOpenPdf(bytes);
  const [well, size] = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pages = pdf?.pages ?? 1;
  const shown = Math.min(page, pages);
  const fit = Math.floor(Math.min(size.width, size.height * A4));
  const width = zoomed ? Math.max(fit, Math.floor(size.width)) : fit;
  useEffect(() => {
    if (pdf && canvas.current && width > 40) pdf.draw(shown, canvas.current, width).catch(() => undefined);
  }, [pdf, shown, width]);
  const turn = (by: number): void => {
    setPage(Math.min(pages, Math.max(1, shown + by)));
    well.current?.scrollTo(0, 0);
  };
  const zoom = (): void => {
    setZoomed(!zoomed);
    if (!zoomed) well.current?.focus();
  };
  useKeys([
    { keys: 'PageDown', label: papersText.keys.page, run: () => turn(1), when: 'always' },
    { keys: 'PageUp', label: text.back, run: () => turn(-1), when: 'always', shown: false },
    { keys: zoomKey, label: papersText.keys.zoom, run: zoom, shown: false },
    ...(zoomed ? [{ keys: 'Esc', label: text.smaller, run: zoom }] : []),
  ]);
  // Inside an enlarged page the arrows scroll it; the screen's own use of them stays outside.
  const keepArrows = (event: KeyboardEvent): void => { if (zoomed && event.key.startsWith('Arrow')) event.stopPropagation(); };
  return (
    <section className="paper-pages" aria-label={text.preview}>
      <header className="pane-head">
        <h3 className="ellipsis">{title}</h3>
        <span className="pane-extra">
          {pdf ? text.page(shown, pages) : ''}
          <Button size="small" type="text" icon={<LeftOutlined />} aria-label={text.back} disabled={shown <= 1} onClick={() => turn(-1)} />
          <Button size="small" type="text" icon={<RightOutlined />} aria-label={text.on} disabled={shown >= pages} onClick={() => turn(1)} />
        </span>
      </header>
      <div className="paper-well" data-zoomed={zoomed} ref={well} tabIndex={zoomed ? 0 : -1} onKeyDown={keepArrows}>
        {problem ?? (failed ? text.problem : <canvas ref={canvas} className="paper-page" role="img" aria-label={text.pageOf(shown, pages)} title={zoomed ? text.smaller : text.larger} onClick={zoom} />)}
        {!pdf && !problem && !failed ? <Spin className="paper-wait" /> : null}
      </div>
    </section>
  );
}

/** The document of these bytes; the old one stays until the new one is open, so that nothing flickers. */
function useOpenPdf(bytes: Uint8Array | null): { readonly pdf: OpenPdf | null; readonly failed: boolean } {
  const [opened, setOpened] = useState<{ readonly of: Uint8Array; readonly pdf: OpenPdf | null } | null>(null);
  useEffect(() => {
    if (!bytes) return undefined;
    let pdf: OpenPdf | null = null;
    let gone = false;
    openPdf(bytes).then((next) => {
      pdf = next;
      if (gone) next.close();
      else setOpened({ of: bytes, pdf: next });
    }, () => { if (!gone) setOpened({ of: bytes, pdf: null }); });
    return () => { gone = true; pdf?.close(); };
  }, [bytes]);
  const current = bytes && opened?.of === bytes ? opened : null;
  return { pdf: current?.pdf ?? null, failed: current !== null && current.pdf === null };
}
