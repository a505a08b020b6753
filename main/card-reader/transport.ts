import type { Result } from "#core/kernel/result.ts";

/** Why a port did not open. */
export type PortRefusal =
  | { readonly code: "port.not-found" }
  | { readonly code: "port.in-use" }
  | { readonly code: "port.not-permitted" }
  | { readonly code: "port.not-serial" }
  | { readonly code: "port.failed" };

/**
 * What became of bytes handed to a port: all gone out; none gone out, since the port was closed
 * already; or nobody knows how many.
 */
export type Sending = "sent" | "not-sent" | "unknown";

/** An open line to a reader. It is used once: after a loss or a close another is opened. */
export interface Connection {
  write(bytes: Uint8Array): Promise<Sending>;
  /** Hands over what arrives. The listener may overwrite the bytes once it has used them. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** Tells once that the line is gone; not called for a `close` of our own. */
  onLost(listener: () => void): () => void;
  /** Resolves when the port is free for others. Closing twice is harmless. */
  close(): Promise<void>;
}

/** Opens a line to the reader that the counter is configured for. */
export type OpenTransport = () => Promise<Result<Connection, PortRefusal>>;
