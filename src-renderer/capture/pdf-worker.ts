// An entry of its own, so that the bundle serves pdf.js' worker beside the page under our name and our CSP.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
