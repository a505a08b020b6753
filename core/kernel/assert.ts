/** Stops the program on a bug. Never use it for anything a teller or a device can cause. */
export function assert(condition: boolean, invariant: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${invariant}`);
}

/** The end of a switch over a union: the compiler proves that nobody comes here. */
export function unreachable(value: never): never {
  throw new Error(`Invariant broken: unreachable case ${JSON.stringify(value)}`);
}

/** The value of a look-up that cannot fail unless the books contradict themselves. */
export function known<T>(value: T | undefined, invariant: string): T {
  if (value === undefined) throw new Error(`Invariant broken: ${invariant}`);
  return value;
}
