import { type Catalogue, withTrainingPrices } from '#domain/tariff/catalogue.ts';
import type { ConsoleContext } from '../console-context.ts';

type Needs = Pick<ConsoleContext, 'mode' | 'reference' | 'db'>;

/** The catalogue that plans are offered from; training has sample prices where a hall prices a plan itself. */
export const catalogueInForce = ({ mode, reference }: Needs): Catalogue => (mode === 'training' ? withTrainingPrices(reference.catalogue) : reference.catalogue);

/** The catalogue of a version that was used once. */
export const catalogueOfVersion = (context: Needs, _version: string): Catalogue => catalogueInForce(context);
