import { openTerminal, type Terminal } from "../../scripts/reader-simulator/terminal.ts";

/** A real pseudo-terminal: a serial port with a test at its other end. */
export type Pty = Terminal;

/** Opens a pseudo-terminal. Needs python3, since Node has no openpty. */
export function openPty(): Promise<Pty> {
  return openTerminal();
}
