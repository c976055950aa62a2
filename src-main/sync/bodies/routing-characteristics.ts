import { emptyForm, type RoutingForm } from '#domain/routing/routing-form.ts';
import type { Wire } from './wire-refs.ts';

type Part = keyof RoutingForm;
type CharacteristicType = 'ObjectArrayCharacteristic' | 'StringArrayCharacteristic' | 'StringCharacteristic' | 'BooleanCharacteristic' | 'IntegerCharacteristic';

/** Every part of the form is one characteristic of the number, by its own name behind the prefix; a cap that is not set is not sent. */
const types: Readonly<Record<Part, CharacteristicType>> = {
  destinations: 'ObjectArrayCharacteristic', groups: 'ObjectArrayCharacteristic', menus: 'ObjectArrayCharacteristic', rules: 'ObjectArrayCharacteristic', otherwise: 'StringCharacteristic',
  blackList: 'ObjectArrayCharacteristic', whiteList: 'ObjectArrayCharacteristic', whiteListKind: 'StringCharacteristic',
  deniedRegions: 'StringArrayCharacteristic', allowOnly: 'BooleanCharacteristic', allowedRegions: 'StringArrayCharacteristic',
  passwordOn: 'BooleanCharacteristic', password: 'StringCharacteristic', concurrentCap: 'IntegerCharacteristic', monthlyCap: 'IntegerCharacteristic',
  ringBack: 'BooleanCharacteristic', recording: 'BooleanCharacteristic', recordingNotice: 'BooleanCharacteristic',
  testCalls: 'ObjectArrayCharacteristic', acceptedHoles: 'StringArrayCharacteristic',
};
const parts = Object.keys(types) as Part[];
const PREFIX = 'routing.';

/** The acceptance form as characteristics of the product (TMF637). */
export const routingCharacteristics = (form: RoutingForm): readonly Wire[] =>
  parts.filter((part) => form[part] !== null).map((part) => ({ '@type': types[part], name: PREFIX + part, value: form[part] }));

/** The form that a product's characteristics say; null when they say none. */
export function routingOf(characteristics: readonly { readonly name: string; readonly value?: unknown }[]): RoutingForm | null {
  const values = new Map(characteristics.map(({ name, value }) => [name, value]));
  if (!values.has(`${PREFIX}destinations`)) return null;
  return Object.fromEntries(parts.map((part) => [part, values.get(PREFIX + part) ?? emptyForm[part]])) as RoutingForm;
}
