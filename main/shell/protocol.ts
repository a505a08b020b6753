import type { CustomScheme } from "electron";
import { headersFor } from "./content-policy.ts";
import { contentTypeOf, type PageFiles } from "./page-files.ts";
import { type Page, SCHEME, withoutFragment } from "./pages.ts";

/** How Chromium is to treat our scheme: like a web site of its own, with none of the exceptions. */
export const schemes: CustomScheme[] = [
  {
    scheme: SCHEME,
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      bypassCSP: false,
      allowServiceWorkers: false,
      corsEnabled: false,
      stream: false,
    },
  },
];

/**
 * Answers one window's requests: its own page and the built assets, and 404 for all else. The rest
 * of the address is looked up in the list of files as it stands, undecoded.
 */
export async function answerPageRequest(
  { method, url }: { readonly method: string; readonly url: string },
  page: Page,
  files: PageFiles,
): Promise<Response> {
  const headers = headersFor(page);
  if (method !== "GET") return new Response(null, { status: 405, headers });

  const name = nameIn(url, page);
  const type = name === undefined ? undefined : contentTypeOf(name);
  if (name === undefined || type === undefined || !files.names.has(name)) {
    return new Response(null, { status: 404, headers });
  }
  return new Response(await files.read(name), {
    status: 200,
    headers: { ...headers, "Content-Type": type },
  });
}

function nameIn(url: string, page: Page): string | undefined {
  const root = `${page.origin}/`;
  if (!url.startsWith(root)) return undefined;
  const name = withoutFragment(url).slice(root.length);
  return name === page.file || name.startsWith("assets/") ? name : undefined;
}
