import { join } from "node:path";
import { type Session, session } from "electron";
import { listedFiles } from "./page-files.ts";
import { pages, SCHEME, type WindowKind } from "./pages.ts";
import { answerPageRequest } from "./protocol.ts";
import { guardSession } from "./session-guards.ts";

/** The sessions of the windows, one each; they live in memory and leave nothing on the disk. */
export type Sessions = Readonly<Record<WindowKind, Session>>;

/**
 * Makes the sessions, guards them, and serves each its own page out of the built files. `built` is
 * the folder that the build wrote.
 */
export async function openSessions({
  built,
  developing,
}: {
  readonly built: string;
  readonly developing: boolean;
}): Promise<Sessions> {
  const files = listedFiles({
    list: join(built, "main", "window-files.json"),
    folder: join(built, "renderer"),
  });
  const open = async (kind: WindowKind): Promise<Session> => {
    // No `persist:` before the name: the partition is in memory.
    const own = session.fromPartition(kind, { cache: false });
    await guardSession(own, { developing });
    own.protocol.handle(SCHEME, (request) => answerPageRequest(request, pages[kind], files));
    return own;
  };

  await guardSession(session.defaultSession, { developing }); // Nothing uses it; nothing may.
  const [teller, customer, slip, cardSheet] = await Promise.all([
    open("teller"),
    open("customer"),
    open("slip"),
    open("card-sheet"),
  ]);
  return { teller, customer, slip, "card-sheet": cardSheet };
}
