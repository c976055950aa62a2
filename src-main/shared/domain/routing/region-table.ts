/** The bundled regions (resources/reference/regions.json): provinces in the customary order, one row an area code. */
export type RegionTable = {
  readonly version: string;
  readonly source: string;
  /** GB/T 2260 codes; `open` false where 400 numbers cannot be called from. */
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly shortName: string; readonly open: boolean }[];
  /** Cities without an own area code stand in the row of the one they share. */
  readonly areas: readonly { readonly areaCode: string; readonly cityCode: string; readonly name: string; readonly province: string }[];
};
