import { Tag } from "antd";
import type { CustomerView } from "#core/contract/customer-view.ts";
import { Reveal } from "#renderer/screens/enquiry/reveal.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Who the customer is, every number masked (K01, K09). */
export function Person({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const { id, name, phone, documentKind, documentNumber, documentExpired, address } = customer;
  return (
    <dl className="facts person-facts">
      <div>
        <dt>{words("enquiry:view.name")}</dt>
        <dd>
          <strong>{name}</strong>
        </dd>
      </div>
      <div>
        <dt>{words("enquiry:view.document")}</dt>
        <dd className="figures">
          {words(`noun:document.${documentKind}`)} {documentNumber}{" "}
          <Reveal customer={id} what="document" />
          {documentExpired && <Tag color="error">{words("enquiry:view.document.expired")}</Tag>}
        </dd>
      </div>
      <div>
        <dt>{words("enquiry:view.phone")}</dt>
        <dd className="figures">
          {phone ? (
            <>
              {phone} <Reveal customer={id} what="phone" />
            </>
          ) : (
            words("enquiry:view.phone.none")
          )}
        </dd>
      </div>
      <div>
        <dt>{words("enquiry:view.address")}</dt>
        <dd>{address}</dd>
      </div>
    </dl>
  );
}
