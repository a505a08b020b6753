import { cellCount, type Grid } from "#core/password-card/grid.ts";

/**
 * How likely somebody who watched `answered` challenges being answered can answer the next one, as a
 * number from 0 to 1 (O05). Guessing is left out, and cells may be asked again (P11).
 *
 * With n cells and c of them asked at a time, the watcher knows all c cells of the next challenge
 * with probability  Σ_j (-1)^j C(c,j) · [C(n-j,c) / C(n,c)]^k  after k challenges: for each j, the
 * chance that j given cells were in none of them, summed by inclusion and exclusion.
 */
export function exposure(grid: Grid, answered: number): number {
  const n = cellCount(grid);
  const c = grid.challengeSize;
  const terms = Array.from({ length: c + 1 }, (_, j) => {
    const sign = j % 2 === 0 ? 1 : -1;
    return sign * choose(c, j) * notAmong(n, c, j) ** answered;
  });
  const sum = terms.reduce((total, term) => total + term, 0);
  return Math.min(1, Math.max(0, sum)); // Rounding may leave a hair outside.
}

/** C(n-j, c) / C(n, c): the chance that one challenge asks for none of j given cells. */
function notAmong(n: number, c: number, j: number): number {
  return Array.from({ length: c }, (_, i) => Math.max(0, n - j - i) / (n - i)).reduce(
    (product, factor) => product * factor,
    1,
  );
}

function choose(c: number, j: number): number {
  return Array.from({ length: j }, (_, i) => (c - i) / (i + 1)).reduce(
    (product, factor) => product * factor,
    1,
  );
}
