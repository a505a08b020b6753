import { CustomerId } from "#core/customer/customer.ts";

/**
 * What some customers are there to show, by their number; the rest just bank here. Up to 33 it is
 * what befalls bank cards, from 34 on what people have for banking at home.
 */
export const cast = {
  oralLapsesToday: 1,
  cardBeingMade: 2,
  newNumberDueToday: 3,
  madeCardWaits: 4,
  slipLost: 5,
  otherBranch: 6,
  pinForgotten: 7,
  cardAndPinLost: 8,
  oneOfTwoCards: 9,
  oralSinceYesterday: 10,
  agentReported: 11,
  sameNumberCollected: 12,
  newNumberCollected: 13,
  exchanged: 14,
  foundAgain: 15,
  oralLapsed: 16,
  accountClosed: 17,
  frozenAndLost: 18,
  amountFrozen: 19,
  accountFrozen: 20,
  counterOnly: 21,
  blockedByCustomer: 22,
  dormant: 23,
  suspected: 24,
  creditsStopped: 25,
  cardExpired: 26,
  sequenceNine: 27,
  pinLocked: 28,
  neverActivated: 29,
  exchangeWaits: 30,
  empty: 31,
  wealthy: 32,
  threeAccounts: 33,

  wellUsed: 34,
  reissued: 35,
  staticPasswordOnly: 36,
  nearlyUsedUp: 37,
  switchClosed: 38,
  hardLocked: 39,
  usbKey: 40,
  issuedYesterday: 41,
  withoutInternetBank: 42,
  exhausted: 43,
  exposed: 45,
  sixWrong: 46,
  timeDeposits: 48,
} as const;

/** Whether a customer is there to show banking at home. */
export function isOfEBankCast(number: number): boolean {
  return number >= cast.wellUsed && Object.values(cast).some((known) => known === number);
}

/** How many customers have drawn names; behind them come the people of `guests.json`. */
export const DRAWN_PEOPLE = 46;

/** The reference of a customer by number. */
export function customerId(number: number): CustomerId {
  return CustomerId.parse(`c-${number}`);
}

/** The number of a customer by reference. */
export function numberOf(customer: CustomerId): number {
  return Number(customer.slice("c-".length));
}
