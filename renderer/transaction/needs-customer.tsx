import { Button, Empty } from "antd";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What a screen shows when no customer is at the counter yet: swipe, or find one. */
export function NeedsCustomer() {
  const words = useWords();
  const openScreen = useTeller((teller) => teller.openScreen);
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words("kit:customer.none")}>
      <Button type="primary" autoFocus onClick={() => openScreen("2001")}>
        {words("kit:customer.find")}
      </Button>
    </Empty>
  );
}
