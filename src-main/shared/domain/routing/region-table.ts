/** The bundled regions (resources/reference/regions.json): provinces in the customary order; one row a city and an area code of it. */
export type RegionTable = {
  readonly version: string;
  readonly source: string;
  /** GB/T 2260 codes; `open` false where 400 numbers cannot be called from. */
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly shortName: string; readonly open: boolean }[];
  /** Cities may share an area code (028: 成都, 眉山, 资阳), and a city may have several. */
  readonly areas: readonly { readonly areaCode: string; readonly cityCode: string; readonly name: string; readonly province: string }[];
};
