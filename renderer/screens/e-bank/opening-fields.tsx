import {
  CardPinField,
  LoginPasswordField,
  RegisteredCardFields,
} from "#renderer/screens/e-bank/registered-card.tsx";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";

type Services = Parameters<typeof RegisteredCardFields>[0]["services"];

/**
 * What a channel is opened with (R17, R19): card and PIN, document, a password chosen on the pad,
 * and a signature. `services` are those that share the card with it.
 */
export function OpeningFields({ services }: { readonly services: Services }) {
  return (
    <>
      <RegisteredCardFields services={services} />
      <IdentityField />
      <CardPinField />
      <LoginPasswordField />
      <SignedTick />
    </>
  );
}

/** What its holder in person closes something with. */
export function ClosingFields() {
  return (
    <>
      <IdentityField />
      <SignedTick />
    </>
  );
}
