import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useElementSize } from '../ui/use-element-size.ts';
import { useKeys } from '../ui/keys/key-scope.tsx';
import { openPdf, type OpenPdf } from './pdf-document.ts';

const A4 = 210 / 297;

/** One page of a PDF at a time, as large as its place allows; PgUp and PgDn turn pages. Shows the very bytes it is given. */
export function PaperPages({ title, bytes, problem }: { readonly title: ReactNode; readonly bytes: Uint8Array | null; readonly problem?: ReactNode }): ReactNode {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [page, setPage] = useState(1);
  const [failed, setFailed] = useState(false);
  const [well, size] = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!bytes) return undefined;
    let opened: OpenPdf | null = null;
    let gone = false;
    openPdf(bytes).then((next) => {
      opened = next;
      if (gone) return next.close();
      setFailed(false);
      setPage((now) => Math.min(now, next.pages));
      return setPdf(next);
    }, () => setFailed(true));
    return () => { gone = true; opened?.close(); setPdf(null); };
  }, [bytes]);
  const width = Math.floor(Math.min(size.width, size.height * A4));
  useEffect(() => {
    if (pdf && canvas.current && width > 40) pdf.draw(page, canvas.current, width).catch(() => undefined);
  }, [pdf, page, width]);
  const pages = pdf?.pages ?? 1;
  const turn = (by: number): void => setPage((now) => Math.min(pages, Math.max(1, now + by)));
  useKeys([
    { keys: 'PageDown', label: '下一页', run: () => turn(1), when: 'always' },
    { keys: 'PageUp', label: '上一页', run: () => turn(-1), when: 'always', shown: false },
  ]);
  return (
    <section className="paper-pages" aria-label="文件预览">
      <header className="pane-head">
        <h3>{title}</h3>
        <span className="pane-extra">
          {pdf ? `第 ${page} / ${pages} 页` : ''}
          <Button size="small" type="text" icon={<LeftOutlined />} aria-label="上一页" disabled={page <= 1} onClick={() => turn(-1)} />
          <Button size="small" type="text" icon={<RightOutlined />} aria-label="下一页" disabled={page >= pages} onClick={() => turn(1)} />
        </span>
      </header>
      <div className="paper-well" ref={well}>
        {problem ?? (failed ? '预览打不开，文件本身没有变。' : <canvas ref={canvas} className="paper-page" role="img" aria-label={`第 ${page} 页，共 ${pages} 页`} />)}
        {!pdf && !problem && !failed ? <Spin className="paper-wait" /> : null}
      </div>
    </section>
  );
}
