import { SENDER } from "#core/sms/message.ts";
import { Message } from "#renderer/customer/messages/message.tsx";
import { whatRings } from "#renderer/customer/store/phone-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/**
 * The code that has just come, beside whatever the window plays, the pad included: it is read off the
 * telephone while it is keyed in. It takes no focus, for whoever types goes on typing.
 */
export function Ringing({ isAsking }: { readonly isAsking: boolean }) {
  const words = useWords();
  const phone = useCustomer((customer) => customer.phone);
  const ringing = useCustomer((customer) => customer.ringing);
  const isInView = useCustomer(({ place }) => place === "messages") && !isAsking;
  const rings = isInView ? undefined : whatRings({ phone, ringing });
  const hush = useCustomer((customer) => customer.hush);
  return (
    <aside className="ringing" aria-label={words("messages:new")} hidden={!rings}>
      <div role="status">
        {rings && (
          <>
            <p className="ringing-head">
              <strong>{SENDER}</strong> {rings.on.name} {rings.on.number}
            </p>
            <Message message={rings.message} />
          </>
        )}
      </div>
      {rings && (
        <button type="button" className="plain" onClick={hush}>
          {words("messages:read")}
        </button>
      )}
    </aside>
  );
}
