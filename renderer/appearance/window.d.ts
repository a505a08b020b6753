interface Window {
  /** What the preload exposes; absent in a browser that is no part of the program. */
  readonly guitai?: unknown;
}
