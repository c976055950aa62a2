import { Select } from 'antd';
import { type ReactNode, useMemo } from 'react';
import type { RegionKey } from '#domain/routing/caller.ts';
import { regionName } from '#domain/routing/region-names.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import type { Option } from './form-parts.ts';

/** Regions by typing: 天津, 河北, 保定, 0312, 未知. */
export function RegionSelect({ id, label, value, placeholder, regions, disabled, status, onPick, onLeave }: {
  readonly id: string;
  readonly label: string;
  readonly value: readonly RegionKey[];
  readonly placeholder: string;
  readonly regions: RegionTable;
  readonly disabled: boolean;
  readonly status: '' | 'error' | 'warning';
  readonly onPick: (regions: readonly RegionKey[]) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const choices = useMemo(() => regionOptions(regions), [regions]);
  return (
    <Select id={id} size="small" mode="multiple" maxTagCount="responsive" showSearch={{ filterOption: (input, option) => (option?.label ?? '').includes(input.trim()), autoClearSearchValue: true }} value={[...value]} disabled={disabled}
      placeholder={placeholder} aria-label={label} status={status} popupMatchSelectWidth={220} options={choices} onChange={onPick} onBlur={onLeave} />
  );
}

/** Provinces, callers of unknown place, then cities and area codes. */
export function regionOptions(regions: RegionTable): Option[] {
  const keys = new Set([
    ...regions.provinces.filter(({ open }) => open).map(({ code }) => `province:${code}`), 'unknown',
    ...regions.areas.filter(({ cityCode, province }) => cityCode !== province).map(({ cityCode }) => `city:${cityCode}`), ...regions.areas.map(({ areaCode }) => `area:${areaCode}`),
  ]);
  return [...keys].map((value) => ({ value, label: regionName(value, regions) }));
}
