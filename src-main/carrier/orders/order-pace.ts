const day = 24 * 60 * 60 * 1000;
const ordinaryDays = 3;
const shareBeforeWork = 0.1;

/** How long an order takes from acknowledgement to the end: its working days as whole days, `scale` times faster. */
const durationMs = (workingDays: number | undefined, scale: number): number => (workingDays ?? ordinaryDays) * day / scale;

/** How long an order lies before work on it begins. */
export const beginAfterMs = (workingDays: number | undefined, scale: number): number => Math.ceil(durationMs(workingDays, scale) * shareBeforeWork);

/** How long work on it takes. */
export const finishAfterMs = (workingDays: number | undefined, scale: number): number => Math.ceil(durationMs(workingDays, scale) * (1 - shareBeforeWork));
