import { type Destination, emptyForm, type Goal, type Group, type Menu, type RoutingForm, type Rule } from './routing-form.ts';

/** The shapes that most forms have. */
export const templateNames = ['single-office', 'day-and-night', 'north-and-south', 'head-and-branches', 'call-centre'] as const;
export type TemplateName = (typeof templateNames)[number];

/** Provinces north of the Qinling and the Huai by the trade's use; the others are the south. */
const north = ['110000', '120000', '130000', '140000', '150000', '210000', '220000', '230000', '370000', '410000', '610000', '620000', '630000', '640000', '650000'].map((code) => `province:${code}`);

/** The phones of a template, told by what each is for; their numbers are typed afterwards. */
const phonesOf: Readonly<Record<TemplateName, number>> = { 'single-office': 2, 'day-and-night': 3, 'north-and-south': 4, 'head-and-branches': 6, 'call-centre': 6 };

/** The words of a template's parts, in the language of the form. */
export type TemplateWords = Readonly<Record<'all' | 'day' | 'night' | 'duty' | 'north' | 'south' | 'head' | 'branch1' | 'branch2' | 'branch3' | 'sales' | 'service' | 'complaints' | 'menu' | 'worktime', string>>;

/** A complete form of the shape, its phones without numbers; everything leads somewhere and nobody is left without an answer. */
export function templateForm(name: TemplateName, ownerName: string, words: TemplateWords): RoutingForm {
  const destinations = Array.from({ length: phonesOf[name] }, (_, index) => phone(`d${index + 1}`, ownerName));
  return { ...emptyForm, destinations, ...shapes[name](words) };
}

type Shape = (words: TemplateWords) => Pick<RoutingForm, 'groups' | 'otherwise'> & Partial<RoutingForm>;

const shapes: Readonly<Record<TemplateName, Shape>> = {
  'single-office': ({ all }) => ({ groups: [group('g1', all, ['d1', 'd2'], { onBusy: 'voicemail', onNoAnswer: 'voicemail' })], otherwise: 'g1' }),
  'day-and-night': ({ day, duty, worktime }) => ({
    groups: [group('g1', day, ['d1', 'd2'], { strategy: 'roundRobin', onBusy: 'g2', onNoAnswer: 'g2' }), group('g2', duty, ['d3'], { onBusy: 'voicemail', onNoAnswer: 'voicemail' })],
    rules: [rule('r1', worktime, 'g1')], otherwise: 'g2',
  }),
  'north-and-south': ({ north: northern, south, worktime }) => ({
    groups: [group('g1', northern, ['d1', 'd2'], { strategy: 'roundRobin', onBusy: 'g2', onNoAnswer: 'g2' }), group('g2', south, ['d3', 'd4'], { strategy: 'roundRobin', onBusy: 'voicemail', onNoAnswer: 'voicemail' })],
    rules: [rule('r1', `${worktime}${northern}`, 'g1', { regions: north }), rule('r2', `${worktime}${south}`, 'g2')], otherwise: 'voicemail',
  }),
  'head-and-branches': ({ head, branch1, branch2, branch3, duty, menu }) => ({
    groups: [
      group('g1', head, ['d1', 'd2'], { strategy: 'roundRobin', ...toDuty }), group('g2', branch1, ['d3'], toDuty), group('g3', branch2, ['d4'], toDuty), group('g4', branch3, ['d5'], toDuty),
      group('g5', duty, ['d6'], { onBusy: 'voicemail', onNoAnswer: 'voicemail' }),
    ],
    menus: [menuOf('m1', menu, [['1', branch1, 'g2'], ['2', branch2, 'g3'], ['3', branch3, 'g4']], 'g1')], otherwise: 'm1',
  }),
  'call-centre': ({ sales, service, complaints, duty, menu, worktime }) => ({
    groups: [
      group('g1', sales, ['d1', 'd2'], { strategy: 'roundRobin', onBusy: 'g2', onNoAnswer: 'g2' }), group('g2', service, ['d3', 'd4'], { strategy: 'roundRobin', onBusy: 'voicemail', onNoAnswer: 'voicemail' }),
      group('g3', complaints, ['d5'], { onBusy: 'g2', onNoAnswer: 'g2' }), group('g4', duty, ['d6'], { onBusy: 'voicemail', onNoAnswer: 'voicemail' }),
    ],
    menus: [menuOf('m1', menu, [['1', sales, 'g1'], ['2', service, 'g2'], ['3', complaints, 'g3']], 'g2')],
    rules: [rule('r1', worktime, 'm1')], otherwise: 'g4',
  }),
};

const toDuty = { onBusy: 'g5', onNoAnswer: 'g5' } as const;

const phone = (id: string, ownerName: string): Destination => ({ id, number: '', ownerName, ownerKind: 'unit', proof: 'none', proofMonth: '', terminal: 'phone', capacity: 1 });

const group = (id: string, name: string, destinationIds: readonly string[], over: Partial<Group> = {}): Group => ({ id, name, strategy: 'priority', destinationIds, shares: [], onBusy: '', onNoAnswer: '', ...over });

const rule = (id: string, name: string, goal: Goal, over: Partial<Rule> = {}): Rule =>
  ({ id, name, days: 'workdays', weekdays: [1, 2, 3, 4, 5], dates: [], from: '09:00', to: '18:00', regions: [], lineKind: 'any', goal, ...over });

const menuOf = (id: string, name: string, keys: readonly (readonly [string, string, Goal])[], operator: Goal): Menu =>
  ({ id, name, keys: keys.map(([key, label, goal]) => ({ key, label, goal })), operator, onTimeout: operator, tries: 3, onInvalid: operator });
