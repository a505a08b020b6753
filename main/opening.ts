import {
  customerRequestChannels,
  type NoticeChannel,
  type RequestChannel,
  sheetRequestChannels,
  tellerRequestChannels,
} from "#core/contract/channels.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Composed } from "#main/config.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import {
  createVault,
  lookAtVault,
  type OpeningRefusal,
  openVault,
  type VaultLook,
} from "#main/vault/open-vault.ts";
import { createPatience, type Patience } from "#main/vault/patience.ts";
import type { Vault } from "#main/vault/vault.ts";
import type { VaultPlace } from "#main/vault/vault-place.ts";
import { announcing } from "#main/workstation.ts";

/** What the two stages of an opening are made of. */
export interface Stages {
  readonly place: VaultPlace;
  /** A stopwatch in milliseconds. */
  readonly stopwatch: () => number;
  /** The second stage: the whole workstation over an open vault. */
  readonly compose: (vault: Vault, patience: Patience) => Promise<Composed>;
  /** The second stage failed while the windows are open already. */
  readonly onFailure?: (failure: unknown) => void;
  /** Told of each try to open that was refused, by its code: of the passphrase nothing is ever said. */
  readonly onRefused?: (code: string) => void;
}

/**
 * 网点开机: opens the books where that needs nobody, and else lets the window ask for the branch's
 * passphrase first. Until then nothing of the journal is read, and every channel but the vault's own
 * is refused.
 */
export async function openInStages(stages: Stages): Promise<Composed> {
  const patience = createPatience(stages.stopwatch);
  const { status } = await lookAtVault(stages.place);
  if (status !== "free") return untilOpened(stages, patience, status);

  const vault = await openVault(stages.place);
  // The key store may have gone away between looking and opening.
  if (!vault.ok) return untilOpened(stages, patience, "locked");
  return stages.compose(vault.value, patience);
}

type Closed = Exclude<VaultLook["status"], "free">;

function untilOpened(stages: Stages, patience: Patience, found: Closed): Composed {
  const { listen, tell } = announcing();
  let status = found;
  let opened: Composed | undefined;
  /** The second stage, from an accepted passphrase on until it has ended. */
  let opening: ReturnType<typeof secondStage> | undefined;
  let isClosed = false;
  const isOpening = () => opening !== undefined;

  async function secondStage(vault: Vault) {
    const composed = await stages.compose(vault, patience);
    composed.onNotice(tell as (channel: NoticeChannel, notice: unknown) => void);
    opened = composed;
    // The customer's display was told nothing so far: there was no branch to welcome her to.
    const display = await composed.handlers["display.view"](undefined);
    if (display.ok) tell("display.changed", display.value);
    // A window that was loaded meanwhile asked nobody to open anything, so it has no answer to wait for.
    const workstation = await composed.handlers["workstation.view"](undefined);
    if (workstation.ok) tell("workstation.changed", workstation.value);
    return composed.handlers["vault.view"](undefined);
  }

  async function begin(vault: Vault) {
    try {
      return await secondStage(vault);
    } catch (failure) {
      await lookAgain();
      opening = undefined;
      stages.onFailure?.(failure);
      throw failure;
    }
  }

  /** Opens once: from an accepted passphrase on whoever else has one is kept waiting. */
  async function enter(open: () => Promise<Result<Vault, OpeningRefusal>>) {
    if (isOpening()) return refuse({ code: "vault.too-soon", waitSeconds: 1 });
    const heard = patience.hear(async () => {
      const vault = await open();
      if (isClosed) return refuse({ code: "workstation.locked" });
      // Before anybody else is heard again.
      if (vault.ok) opening = begin(vault.value);
      return vault;
    });
    const vault = await heard.catch(async (failure: unknown) => {
      await lookAgain();
      throw failure;
    });
    if (vault.ok) return known(opening, "behind a right passphrase the books are opened");
    stages.onRefused?.(vault.refusal.code);
    return vault;
  }

  /** What failed may have set the passphrase all the same: then it is asked for, and not set again. */
  async function lookAgain(): Promise<void> {
    try {
      const look = await lookAtVault(stages.place);
      status = look.status === "free" ? "locked" : look.status;
    } catch {
      // Whoever comes next meets the same failure, and is told.
    }
  }

  const closed: Pick<Handlers, "vault.view" | "vault.open" | "vault.found"> = {
    "vault.view": () =>
      accept({
        status: isOpening() ? "opening" : status === "absent" ? "new" : status,
        waitSeconds: patience.waitSeconds(),
      }),
    "vault.open": ({ passphrase }) =>
      status === "locked"
        ? enter(() => openVault(stages.place, passphrase))
        : refuse({ code: "request.unknown" }),
    "vault.found": ({ passphrase }) =>
      status === "locked"
        ? refuse({ code: "request.unknown" })
        : enter(() => createVault(stages.place, passphrase)),
  };

  return {
    handlers: handedOn(closed, () => opened?.handlers),
    onNotice: listen,
    async close() {
      isClosed = true;
      await opening?.catch(() => undefined);
      await opened?.close();
    },
  };
}

/** The handlers of the open workstation as soon as there are any; until then only those of the vault. */
function handedOn(closed: Partial<Handlers>, opened: () => Handlers | undefined): Handlers {
  const channels: readonly RequestChannel[] = [
    ...tellerRequestChannels,
    ...customerRequestChannels,
    ...sheetRequestChannels,
  ];
  const handed = channels.map((channel) => [
    channel,
    (input: never) => {
      const handlers = opened() ?? closed;
      const handler = handlers[channel] as ((input: never) => unknown) | undefined;
      return handler ? handler(input) : refuse({ code: "workstation.locked" });
    },
  ]);
  return Object.fromEntries(handed) as Handlers; // Every channel, each with its own handler.
}
