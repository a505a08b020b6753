import type { ComposeOptions } from "#main/config.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { Machine } from "#main/machine.ts";
import { batchDesk } from "#main/password-card/batch-desk.ts";
import { type BatchMaker, createBatchMaker } from "#main/password-card/batch-maker.ts";
import { createCells } from "#main/password-card/cells.ts";
import { openShopFolder } from "#main/password-card/shop-folder.ts";
import { decideAt, type RuleSources } from "#main/transactions.ts";
import type { Vault } from "#main/vault/vault.ts";
import type { Tell } from "#main/workstation.ts";

type Channel = "batch.make" | "batch.cancel" | "batch.list" | "delivery.read";

/** 制卡与到卡: password cards on their way to the printer's shop and back. */
export interface Production extends Omit<BatchMaker, "handlers"> {
  readonly handlers: Pick<Handlers, Channel>;
}

/** Opens the production of password cards over one data folder and its key. */
export function openProduction(
  { folder: dataFolder, log }: Pick<ComposeOptions, "folder" | "log">,
  parts: {
    readonly machine: Machine;
    readonly desk: Desk;
    readonly vault: Vault;
    readonly rules: RuleSources;
    readonly tell: Tell;
  },
): Production {
  const { machine, desk, vault, rules, tell } = parts;
  const { evidence } = rules;
  const folder = openShopFolder(dataFolder, machine.disk);
  const maker = createBatchMaker({
    desk,
    decideOn: decideAt(desk, rules),
    evidence,
    cells: createCells(vault.passwordCard),
    folder,
    now: machine.clock.now,
    tell,
    log,
  });
  return { ...maker, handlers: { ...maker.handlers, ...batchDesk(desk, { evidence, folder }) } };
}
