import type { PhoneMessage, PhoneView } from "#core/contract/sms-view.ts";
import type { CustomerSlice, CustomerState } from "#renderer/customer/store/customer-store.ts";

/** One customer's telephone, with what 95588 wrote to it. */
export type OnePhone = PhoneView["phones"][number];

/** The customers' telephones: whichever rings is the one in the hand. */
export interface PhoneSlice {
  readonly phone: PhoneView | undefined;
  /** The telephone that was taken up; else the one that rang last. */
  readonly chosenPhone: string | undefined;
  /** The message that has just come, until somebody has read it. */
  readonly ringing: PhoneMessage["id"] | undefined;
  readonly tellPhone: (view: PhoneView) => void;
  readonly choosePhone: (phone: string) => void;
  readonly hush: () => void;
}

export const phoneSlice: CustomerSlice<PhoneSlice> = () => (set, get) => ({
  phone: undefined,
  chosenPhone: undefined,
  ringing: undefined,

  tellPhone(view) {
    const { phone: before } = get();
    const latest = view.phones[0];
    const message = latest?.messages[0];
    const rings =
      before !== undefined && message && message.id !== before.phones[0]?.messages[0]?.id;
    // A new message puts its telephone into the hand, whosever was looked at before.
    set(
      rings ? { phone: view, ringing: message.id, chosenPhone: phoneKey(latest) } : { phone: view },
    );
  },

  choosePhone: (chosenPhone) => set({ chosenPhone }),
  hush: () => set({ ringing: undefined }),
});

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
