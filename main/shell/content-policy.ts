import type { Page } from "./pages.ts";

/** What a page may load and run: its own built files, and pictures written into its own styles. */
export function contentPolicy({ origin }: Page): string {
  const assets = `${origin}/assets/`;
  return [
    "default-src 'none'",
    `script-src ${assets}`,
    `style-src ${assets}`,
    `img-src ${assets} data:`,
    `font-src ${assets}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types teller",
  ].join("; ");
}

/** The headers of every answer to a window. */
export function headersFor(page: Page): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentPolicy(page),
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  };
}
