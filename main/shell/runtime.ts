/** The oldest Electron that still got security fixes when this version was released. */
const OLDEST_SUPPORTED_ELECTRON = 43;

/** Which Electron the program runs on, and whether it is one that nobody mends any more. */
export function runtimeOf(version: string): {
  readonly electron: string;
  readonly outOfSupport: boolean;
} {
  const major = Number.parseInt(version, 10);
  return { electron: version, outOfSupport: !(major >= OLDEST_SUPPORTED_ELECTRON) };
}
