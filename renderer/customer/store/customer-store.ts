import { createStore, type StateCreator } from "zustand/vanilla";
import type { CustomerBridge } from "#core/contract/bridge.ts";
import { type BankSlice, bankSlice } from "#renderer/customer/store/bank-slice.ts";
import { type EPaySlice, ePaySlice } from "#renderer/customer/store/e-pay-slice.ts";
import { type HandSlice, handSlice } from "#renderer/customer/store/hand-slice.ts";
import { type PaymentSlice, paymentSlice } from "#renderer/customer/store/payment-slice.ts";
import { type PhoneSlice, phoneSlice } from "#renderer/customer/store/phone-slice.ts";
import { type PlaceSlice, placeSlice } from "#renderer/customer/store/place-slice.ts";
import { type WalletSlice, walletSlice } from "#renderer/customer/store/wallet-slice.ts";

/** All that the customer's window of a demonstration knows, and all that it can ask for. */
export type CustomerState = PlaceSlice &
  BankSlice &
  PaymentSlice &
  HandSlice &
  PhoneSlice &
  WalletSlice &
  EPaySlice;

/** One part of the store, made for a bridge. */
export type CustomerSlice<S> = (bridge: CustomerBridge) => StateCreator<CustomerState, [], [], S>;

export type CustomerStore = ReturnType<typeof createCustomerStore>;

/** The store of the playing window. Money, locks and counts are the main process's to decide. */
export function createCustomerStore(bridge: CustomerBridge) {
  return createStore<CustomerState>()((...kit) => ({
    ...placeSlice(bridge)(...kit),
    ...bankSlice(bridge)(...kit),
    ...paymentSlice(bridge)(...kit),
    ...handSlice(bridge)(...kit),
    ...phoneSlice(bridge)(...kit),
    ...walletSlice(bridge)(...kit),
    ...ePaySlice(bridge)(...kit),
  }));
}

/** Lets the store hear of every change, and asks how things stand; comes back with what stops it. */
export function listenAsCustomer(store: CustomerStore, bridge: CustomerBridge): () => void {
  const stops = [
    bridge.onNotice("bank.changed", (view) => store.getState().tellBank(view)),
    bridge.onNotice("phone.changed", (view) => store.getState().tellPhone(view)),
    bridge.onNotice("wallet.changed", (view) => store.getState().tellWallet(view)),
    bridge.onNotice("e-pay.changed", (view) => store.getState().tellEPay(view)),
  ];
  void bridge.request("bank.view", undefined).then((reply) => {
    // Only until the first notice: what is told is newer than what was asked for.
    if (reply.ok && store.getState().bank === undefined) store.getState().tellBank(reply.value);
  });
  void bridge.request("phone.view", undefined).then((reply) => {
    if (reply.ok && store.getState().phone === undefined) store.getState().tellPhone(reply.value);
  });
  void bridge.request("wallet.view", undefined).then((reply) => {
    if (reply.ok && store.getState().wallet === undefined) store.getState().tellWallet(reply.value);
  });
  void bridge.request("e-pay.view", undefined).then((reply) => {
    if (reply.ok && store.getState().ePay === undefined) store.getState().tellEPay(reply.value);
  });
  return () => {
    for (const stop of stops) stop();
  };
}
