import { getDocument, type PDFDocumentProxy, PDFWorker, type RenderTask } from 'pdfjs-dist';

/** A PDF opened for the preview; `close` frees its worker's memory. Of two draws that overlap the later one wins. */
export type OpenPdf = { readonly pages: number; readonly draw: (page: number, canvas: HTMLCanvasElement, width: number) => Promise<void>; readonly close: () => void };

let worker: PDFWorker | null = null;

// One worker for the window, made at the first preview: it is our own file, served beside the page, as the CSP asks.
function previewWorker(): PDFWorker {
  worker ??= PDFWorker.create({ port: new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' }) });
  return worker;
}

/** Opens bytes that main gave; nothing is fetched, no script in the file runs, no font of the PC stands in. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = getDocument({
    data: bytes.slice(), worker: previewWorker(), useWasm: false, useWorkerFetch: false, useSystemFonts: false, enableXfa: false, stopAtErrors: true,
  });
  const pdf = await task.promise;
  return { pages: pdf.numPages, draw: drawerOf(pdf), close: () => void task.destroy() };
}

/** pdf.js refuses two renderings on one canvas: the one under way is stopped, and only the newest wish is drawn. */
function drawerOf(pdf: PDFDocumentProxy): OpenPdf['draw'] {
  let running: RenderTask | null = null;
  let newest = 0;
  return async (number, canvas, width) => {
    newest += 1;
    const mine = newest;
    running?.cancel();
    await running?.promise.catch(() => undefined);
    const page = await pdf.getPage(number);
    if (mine !== newest) return;
    const ratio = window.devicePixelRatio || 1;
    const viewport = page.getViewport({ scale: (width * ratio) / page.getViewport({ scale: 1 }).width });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.width = `${Math.floor(viewport.width / ratio)}px`;
    canvas.style.height = `${Math.floor(viewport.height / ratio)}px`;
    running = page.render({ canvas, viewport });
    await running.promise;
  };
}
