/** What was asked for most recently: at least so many things; older ones are forgotten. */
export interface Recent<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
  readonly delete: (key: string) => void;
  /** Whether nothing at all is remembered. */
  readonly isEmpty: () => boolean;
}

/**
 * A memory of the `limit` things that were used last, and of no more than twice as many. It forgets
 * by the generation: whatever was not used since there were `limit` new ones.
 */
export function recentOf<T>(limit: number): Recent<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();

  function keep(key: string, value: T): void {
    if (young.size >= limit && !young.has(key)) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  }

  return {
    get(key) {
      const value = young.get(key);
      if (value !== undefined) return value;
      const older = old.get(key);
      if (older !== undefined) keep(key, older);
      return older;
    },
    set: keep,
    delete(key) {
      young.delete(key);
      old.delete(key);
    },
    isEmpty: () => young.size + old.size === 0,
  };
}
