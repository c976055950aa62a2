/** About `size` free numbers spread over the segments, and the neighbourhood of shapes, so that each grade is there. */
export function sampleNumbers(heads: readonly string[], size: number, from = 7): Set<string> {
  const free = new Set<string>();
  const step = Math.ceil((1_000_000 * heads.length) / size) | 1;
  for (let suffix = from; suffix < 1_000_000; suffix += step) for (const head of heads) free.add(head + String(suffix).padStart(6, '0'));
  for (let pair = 0; pair < 1000; pair += 3) {
    const three = String(pair).padStart(3, '0');
    for (const suffix of [three + three, three + [...three].reverse().join(''), `0${three}${three.slice(1)}`, `${three}111`]) {
      for (const head of heads) free.add(head + suffix);
    }
  }
  for (const special of ['000000', '123456', '666666', '888888', '654321', '543210', '001234']) for (const head of heads) free.add(head + special);
  return free;
}
