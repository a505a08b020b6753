import type { CustomerView } from "#core/contract/customer-view.ts";
import type { EBankView } from "#core/contract/password-card-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { networks, registeredCard } from "#renderer/screens/e-bank/registered-card.tsx";
import { useIsFilling } from "#renderer/screens/filling.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

const switches = ["e-commerce", "outward-transfer"] as const;

/** Channels, switches, what confirms payments and its limits, beside the form that changes them. */
export function EBankBeside() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  const isFilling = useIsFilling();
  if (!customer || !isFilling) return null;
  return (
    <aside className="screen beside" aria-label={words("eBank:title")}>
      <h2>{words("eBank:title")}</h2>
      <EBankFacts customer={customer} />
    </aside>
  );
}

/** A customer's electronic banking, line by line. */
export function EBankFacts({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const { eBank } = customer;
  const { channels, medium, payees } = eBank;
  const registered = registeredCard(customer, networks);
  const lines: readonly (readonly [string, string])[] = [
    [words("eBank:channels"), sayChannels(eBank, words)],
    ...(registered ? [[words("eBank:registered"), registered.number] as const] : []),
    [words("eBank:medium"), words(`noun:medium.${medium}`)],
    ...(medium === "none" ? [] : payingLines(eBank, words)),
    ...(channels.includes("phone-bank")
      ? [[words("eBank:payees"), sayPayees(payees, words)] as const]
      : []),
  ];
  return (
    <dl className="facts">
      {lines.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd className="figures">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What matters only where something can be paid online. */
function payingLines(eBank: EBankView, words: Words): readonly (readonly [string, string])[] {
  return [
    [words("eBank:limits"), sayLimits(eBank, words)],
    [words("eBank:paid"), formatFen(eBank.paidToday)],
    ...switches.map(
      (which) =>
        [
          words(`term:switch.${which}`),
          words(`term:switch-state.${eBank.switches[which] ? "on" : "off"}`),
        ] as const,
    ),
  ];
}

function sayChannels({ channels }: EBankView, words: Words): string {
  if (channels.length === 0) return words("eBank:channels.none");
  return channels.map((channel) => words(`term:channel.${channel}`)).join(" · ");
}

function sayLimits({ limits }: EBankView, words: Words): string {
  if (!limits) return words("eBank:limits.none");
  const { single, day } = limits;
  return words("eBank:limits.said", { single: formatFen(single), day: formatFen(day) });
}

function sayPayees(payees: EBankView["payees"], words: Words): string {
  if (payees.length === 0) return words("eBank:payees.none");
  return payees.map(({ name, account }) => `${name} ${account}`).join(" · ");
}
