// How long properties are searched: in the suite as long as finds a seeded fault, in `npm run test:faults` many times that.

const times = Number(process.env["STET_PROPERTY_TIMES"] ?? 1);

/** The examples a property draws: as many as given in the suite, STET_PROPERTY_TIMES as many in a longer search. */
export function runs(inTheSuite: number): number {
  return inTheSuite * times;
}

/** True in `npm run test:faults`, which takes minutes: what the suite tries a few times is tried in full. */
export const isLongSearch: boolean = times > 1;
