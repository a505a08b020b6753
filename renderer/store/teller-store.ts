import { createStore, type StateCreator } from "zustand/vanilla";
import type { TellerBridge } from "#core/contract/bridge.ts";
import { type CustomerSlice, customerSlice } from "#renderer/store/customer-slice.ts";
import { type FormSlice, formSlice } from "#renderer/store/form-slice.ts";
import { type PlaceSlice, placeSlice } from "#renderer/store/place-slice.ts";
import { type QueueSlice, queueSlice } from "#renderer/store/queue-slice.ts";
import { type ReaderSlice, readerSlice } from "#renderer/store/reader-slice.ts";
import { type SessionSlice, sessionSlice } from "#renderer/store/session-slice.ts";
import { type SwipeSlice, swipeSlice } from "#renderer/store/swipe-slice.ts";
import { type TransactionSlice, transactionSlice } from "#renderer/store/transaction-slice.ts";
import { type TraySlice, traySlice } from "#renderer/store/tray-slice.ts";
import { type VaultSlice, vaultSlice } from "#renderer/store/vault-slice.ts";
import { type WorkstationSlice, workstationSlice } from "#renderer/store/workstation-slice.ts";

/** All that the teller's window knows, and all that it can ask for. */
export type TellerState = WorkstationSlice &
  SessionSlice &
  VaultSlice &
  PlaceSlice &
  CustomerSlice &
  FormSlice &
  SwipeSlice &
  ReaderSlice &
  TransactionSlice &
  QueueSlice &
  TraySlice;

/** One part of the store, made for a bridge. */
export type Slice<S> = (bridge: TellerBridge) => StateCreator<TellerState, [], [], S>;

export type TellerStore = ReturnType<typeof createTellerStore>;

/** The store of one window. It is told by the bridge and decides nothing about the business. */
export function createTellerStore(bridge: TellerBridge) {
  return createStore<TellerState>()((...kit) => ({
    ...workstationSlice(bridge)(...kit),
    ...sessionSlice(bridge)(...kit),
    ...vaultSlice(bridge)(...kit),
    ...placeSlice(bridge)(...kit),
    ...customerSlice(bridge)(...kit),
    ...formSlice(bridge)(...kit),
    ...swipeSlice(bridge)(...kit),
    ...readerSlice(bridge)(...kit),
    ...transactionSlice(bridge)(...kit),
    ...queueSlice(bridge)(...kit),
    ...traySlice(bridge)(...kit),
  }));
}

/** Lets the store hear every notice; comes back with the function that stops it. */
export function listen(store: TellerStore, bridge: TellerBridge): () => void {
  const stops = [
    bridge.onNotice("workstation.changed", (view) => store.getState().tellWorkstation(view)),
    bridge.onNotice("card.swiped", (swipe) => store.getState().takeSwipe(swipe)),
    bridge.onNotice("operator-card.swiped", (card) => store.getState().takeOperatorCard(card)),
    bridge.onNotice("document.shown", (shown) => store.getState().takeDocument(shown)),
    bridge.onNotice("books.changed", (change) => store.getState().booksChanged(change)),
    bridge.onNotice("tray.changed", (tray) => store.getState().tellTray(tray)),
    bridge.onNotice("write.stage", ({ stage }) => store.getState().tellWriteStage(stage)),
    bridge.onNotice("reader.traced", (line) => store.getState().tellTraced(line)),
    bridge.onNotice("batch.progress", ({ done }) => store.getState().tellMade(done)),
    bridge.onNotice("stripe.tested", (stripe) => store.getState().tellStripe(stripe)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
