import type { Session } from "electron";
import { SCHEME } from "./pages.ts";

/** What of a session is guarded. */
export type GuardedSession = Pick<
  Session,
  | "on"
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setDevicePermissionHandler"
  | "setDisplayMediaRequestHandler"
  | "setCertificateVerifyProc"
  | "setSpellCheckerEnabled"
  | "setProxy"
> & { readonly webRequest: Pick<Session["webRequest"], "onBeforeRequest"> };

const CERTIFICATE_REFUSED = -2;

/**
 * Takes from a session all that the web platform could ask the machine for: permissions, devices,
 * the screen, downloads and the network. Resolves when the last of it is in force.
 *
 * `developing` lets the developer tools load themselves; a packaged program has none.
 */
export async function guardSession(
  session: GuardedSession,
  { developing }: { readonly developing: boolean },
): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, grant) => grant(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, choose) => choose(null));

  session.on("select-serial-port", (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose("");
  });
  session.on("select-hid-device", (event, _details, choose) => {
    event.preventDefault();
    choose("");
  });
  session.on("select-usb-device", (event, _details, choose) => {
    event.preventDefault();
    choose("");
  });
  session.on("will-download", (event) => event.preventDefault());

  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !mayRequest(url, developing) });
  });
  session.setCertificateVerifyProc((_request, answer) => answer(CERTIFICATE_REFUSED));
  session.setSpellCheckerEnabled(false); // It would fetch dictionaries.
  await session.setProxy({ mode: "direct" });
}

/** Whether a window may load from this address at all. Only our own scheme never leaves the machine. */
export function mayRequest(url: string, developing: boolean): boolean {
  return url.startsWith(`${SCHEME}://`) || (developing && url.startsWith("devtools://"));
}
