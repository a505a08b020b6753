import type { Refusal } from "#core/contract/refusal.ts";
import type { PhoneMessage, PhoneView } from "#core/contract/sms-view.ts";
import type { CustomerSlice, CustomerState } from "#renderer/customer/store/customer-store.ts";

/** One customer's telephone, with what 95588 wrote to it. */
export type OnePhone = PhoneView["phones"][number];

/** The customers' telephones: whichever rings is the one in the hand. */
export interface PhoneSlice {
  readonly phone: PhoneView | undefined;
  /** The telephone that was taken up; else the one that rang last. */
  readonly chosenPhone: string | undefined;
  /** The message that has just come and wants an answer, until it was read or serves no more. */
  readonly ringing: PhoneMessage["id"] | undefined;
  readonly tellPhone: (view: PhoneView) => void;
  readonly choosePhone: (phone: string) => void;
  readonly hush: () => void;
  /** Answers whether a payment is hers (W04), and comes back with why not. */
  readonly answerRisk: (
    flag: NonNullable<PhoneMessage["asks"]>["flag"],
    yes: boolean,
  ) => Promise<Refusal | undefined>;
}

export const phoneSlice: CustomerSlice<PhoneSlice> = (bridge) => (set, get) => ({
  phone: undefined,
  chosenPhone: undefined,
  ringing: undefined,

  tellPhone(view) {
    const { phone: before, ringing } = get();
    const known = new Set(before?.phones.flatMap(messageIds));
    // A new message puts its telephone into the hand, whosever was looked at before.
    const rung = view.phones.find((one) => before && messageIds(one).some((id) => !known.has(id)));
    const news = rung?.messages.find((message) => !known.has(message.id) && wantsAnswer(message));
    const isStillOpen = view.phones
      .flatMap(({ messages }) => messages)
      .some((message) => message.id === ringing && wantsAnswer(message));
    set({
      phone: view,
      ...(rung ? { chosenPhone: phoneKey(rung) } : {}),
      ringing: news?.id ?? (isStillOpen ? ringing : undefined),
    });
  },

  choosePhone: (chosenPhone) => set({ chosenPhone }),
  hush: () => set({ ringing: undefined }),

  async answerRisk(flag, yes) {
    const reply = await bridge.request("phone.answer", { flag, yes });
    return reply.ok ? undefined : reply.refusal;
  },
});

/** A code that still serves, or a question; all else is read in the telephone when there is time. */
const wantsAnswer = ({ template, code }: PhoneMessage) =>
  code?.status === "open" || template === "risk.confirm";
const messageIds = ({ messages }: OnePhone) => messages.map(({ id }) => id);

/** A telephone by its owner and its masked number. */
export function phoneKey({ customer, number }: OnePhone): string {
  return `${customer} ${number}`;
}

/** The telephone in the hand. */
export function phoneInHand({ phone, chosenPhone }: CustomerState): OnePhone | undefined {
  return phone?.phones.find((one) => phoneKey(one) === chosenPhone) ?? phone?.phones[0];
}

/** What is ringing now, with the telephone it came to. */
export function whatRings({
  phone,
  ringing,
}: Pick<CustomerState, "phone" | "ringing">):
  | { readonly on: OnePhone; readonly message: PhoneMessage }
  | undefined {
  for (const on of phone?.phones ?? []) {
    const message = on.messages.find(({ id }) => id === ringing);
    if (message) return { on, message };
  }
  return undefined;
}
