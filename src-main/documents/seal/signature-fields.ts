import { PAGE } from '../sheet/grid.ts';
import type { SealFace } from '../sheet/hall-seal.ts';

/** Bytes kept for the signature itself (a B-B signature with its chain needs about 3 KB). */
export const RESERVED_BYTES = 6144;

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

// The parts of pdfkit's document that its types leave out.
type Ref = { readonly data: Record<string, unknown>; end(content?: string): void };
type Inside = {
  ref(data: Record<string, unknown>): Ref;
  initForm(): void;
  readonly _root: Ref;
  readonly page: { readonly dictionary: Ref; readonly annotations: Ref[] };
};

// pdfkit writes String objects as PDF text and plain strings as names.
const pdfText = (value: string): unknown => Object(value);

/**
 * Both signature fields on the current page, in the first revision, so that the supervisor's later signature only fills a
 * field: the hall's with an open placeholder certifying the file (DocMDP, filling in allowed), the supervisor's empty beside it.
 */
export function addSignatureFields(doc: PDFKit.PDFDocument, seal: SealFace, place: Rectangle): void {
  const inside = doc as unknown as Inside;
  inside.initForm();
  const form = inside._root.data['AcroForm'] as Ref;
  form.data['SigFlags'] = 3;
  // A viewer that draws appearances anew would change a signed file.
  delete form.data['NeedAppearances'];
  const half = place.width / 2;
  const hall = addField(inside, form, 'hall', '营业厅签章', { ...place, width: half });
  const supervisor = addField(inside, form, 'supervisor', '主管复核', { ...place, x: place.x + half, width: half });
  const signature = inside.ref({
    Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, '**********', '**********', '**********'], Contents: Buffer.alloc(RESERVED_BYTES),
    Reason: pdfText(seal.reason), Location: pdfText(seal.location), Name: pdfText(seal.signer), M: seal.at,
    Reference: [{ Type: 'SigRef', TransformMethod: 'DocMDP', TransformParams: { Type: 'TransformParams', P: 2, V: '1.2' } }],
  });
  hall.data['V'] = signature;
  inside._root.data['Perms'] = { DocMDP: signature };
  signature.end();
  hall.end();
  supervisor.end();
}

function addField(inside: Inside, form: Ref, name: string, label: string, { x, y, width, height }: Rectangle): Ref {
  const appearance = inside.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} });
  appearance.end(' ');
  const bottom = PAGE.height - y - height;
  const field = inside.ref({
    Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: pdfText(name), TU: pdfText(label), F: 132,
    Rect: [x, bottom, x + width, bottom + height], P: inside.page.dictionary, AP: { N: appearance },
  });
  inside.page.annotations.push(field);
  (form.data['Fields'] as Ref[]).push(field);
  return field;
}
