import {
  customerRequestChannels,
  type NoticeChannel,
  type RequestChannel,
  sheetRequestChannels,
  tellerRequestChannels,
} from "#core/contract/channels.ts";
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

function untilOpened(stages: Stages, patience: Patience, status: Closed): Composed {
  const { listen, tell } = announcing();
  let opened: Composed | undefined;
  let opening: Promise<unknown> = Promise.resolve();

  async function secondStage(vault: Vault) {
    const composed = await stages.compose(vault, patience);
    composed.onNotice(tell as (channel: NoticeChannel, notice: unknown) => void);
    opened = composed;
    // The customer's display was told nothing so far: there was no branch to welcome her to.
    const display = await composed.handlers["display.view"](undefined);
    if (display.ok) tell("display.changed", display.value);
    return composed.handlers["vault.view"](undefined);
  }

  async function enter(open: () => Promise<Result<Vault, OpeningRefusal>>) {
    const vault = await patience.hear(open);
    if (!vault.ok) return vault;
    const entering = secondStage(vault.value);
    opening = entering.catch(() => undefined);
    entering.catch((failure: unknown) => stages.onFailure?.(failure));
    return entering;
  }

  const closed: Pick<Handlers, "vault.view" | "vault.open" | "vault.found"> = {
    "vault.view": () =>
      accept({
        status: status === "absent" ? "new" : status,
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
      await opening;
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
