import { posix } from 'node:path';
import type { Layer } from './layer-table.ts';

export type Import = { readonly specifier: string; readonly typesOnly: boolean };

const statement = /^\s*(?:import|export)\s+(?:(type)\s+)?((?:[\w*$\s{},]|\btype\b)*?)\s*from\s*['"]([^'"]+)['"]/gm;
const bare = /^\s*import\s*['"]([^'"]+)['"]/gm;
const dynamic = /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g;

/** Every import of a source text, with whether it brings types only. */
export function importsOf(source: string): readonly Import[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  for (const [, typeWord, names = '', specifier = ''] of code.matchAll(statement)) found.push({ specifier, typesOnly: typeWord !== undefined || onlyTypes(names) });
  for (const pattern of [bare, dynamic]) for (const [, specifier = ''] of code.matchAll(pattern)) found.push({ specifier, typesOnly: false });
  return found;
}

function onlyTypes(names: string): boolean {
  const inside = /^\s*\{([\s\S]*)\}\s*$/.exec(names)?.[1];
  return inside !== undefined && inside.split(',').map((name) => name.trim()).filter(Boolean).every((name) => name.startsWith('type '));
}

/** The row a file belongs to: the longest `from` that holds it. */
export function layerOf(file: string, layers: readonly Layer[]): Layer | undefined {
  return layers.filter((layer) => folderOf(layer, file) !== undefined).sort((a, b) => b.from.length - a.from.length)[0];
}

/** The row's folder for this file, `*` filled in. */
function folderOf(layer: Layer, file: string): string | undefined {
  return new RegExp(`^${layer.from.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]+')}(?=/|$)`).exec(file)?.[0];
}

/** What a file imports and may not, each as a sentence. */
export function violationsOf(file: string, source: string, layers: readonly Layer[]): readonly string[] {
  const layer = layerOf(file, layers);
  if (!layer) return [`${file} belongs to no row of the table`];
  return importsOf(source).filter((one) => !isAllowed(file, one, layer)).map(({ specifier, typesOnly }) => `${file} imports ${specifier}${typesOnly ? ' (types)' : ''}: not in the row of ${layer.from}`);
}

function isAllowed(file: string, { specifier, typesOnly }: Import, layer: Layer): boolean {
  if (specifier.startsWith('node:')) return layer.node === true;
  const ours = resolveOurs(file, specifier);
  if (ours === undefined) return (layer.packages ?? []).includes(packageOf(specifier));
  const allowed = [folderOf(layer, file) ?? layer.from, ...(layer.ours ?? []), ...(typesOnly ? layer.types ?? [] : [])];
  return allowed.some((folder) => ours === folder || ours.startsWith(`${folder}/`));
}

function resolveOurs(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  const [, area, rest] = /^#(domain|contract)\/(.+)$/.exec(specifier) ?? [];
  return area && `src-main/shared/${area}/${rest}`;
}

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
