/** Tells everybody who listens. */
export interface Announcer<T> {
  /** Adds a listener; the answer takes this very listener away again. */
  listen(listener: (news: T) => void): () => void;
  announce(news: T): void;
}

/** An announcer nobody listens to yet. A listener may leave, or bring another, while it is told. */
export function createAnnouncer<T>(): Announcer<T> {
  const listeners = new Set<(news: T) => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    announce(news) {
      for (const listener of [...listeners]) listener(news);
    },
  };
}
