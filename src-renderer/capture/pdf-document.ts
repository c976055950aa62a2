import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';

/** A PDF opened for the preview; `close` frees its worker's memory. */
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
  return { pages: pdf.numPages, draw: (page, canvas, width) => drawPage(pdf, page, canvas, width), close: () => void task.destroy() };
}

async function drawPage(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number): Promise<void> {
  const page = await pdf.getPage(number);
  const ratio = window.devicePixelRatio || 1;
  const viewport = page.getViewport({ scale: (width * ratio) / page.getViewport({ scale: 1 }).width });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${Math.floor(viewport.width / ratio)}px`;
  canvas.style.height = `${Math.floor(viewport.height / ratio)}px`;
  await page.render({ canvas, viewport }).promise;
  page.cleanup();
}
