/** What was asked for most recently, up to a number of things; older ones are forgotten. */
export interface Recent<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
  readonly delete: (key: string) => void;
}

/** A memory of the `limit` things that were used last. */
export function recentOf<T>(limit: number): Recent<T> {
  const kept = new Map<string, T>(); // In the order of their use, the oldest first.

  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > limit) for (const oldest of kept.keys()) return void kept.delete(oldest);
    },
    delete(key) {
      kept.delete(key);
    },
  };
}
