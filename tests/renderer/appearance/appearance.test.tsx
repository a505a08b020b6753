// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { render, screen } from "@testing-library/react";
import { Button } from "antd";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { Appearance, STYLE_KEY } from "#renderer/appearance/appearance.tsx";
import { dropStyleElements } from "#renderer/appearance/no-style-elements.ts";
import { createLanguage } from "#renderer/wording/language.ts";

describe("antd under a policy without style elements", () => {
  test("finds its variables in the style sheet it ships, under the class it is given", () => {
    const sheet = readFileSync("node_modules/antd/dist/antd.css", "utf8");

    expect(sheet).toContain(`.${STYLE_KEY}{--ant-blue`);
    expect(sheet).toContain(`.${STYLE_KEY}.ant-btn{`);
    expect(readFileSync("renderer/appearance/colours.css", "utf8")).toContain(`.${STYLE_KEY} {`);
  });

  test("gives its components that class and writes nothing into style elements", () => {
    dropStyleElements();

    render(
      <I18nextProvider i18n={createLanguage("en")}>
        <Appearance>
          <Button>Post</Button>
        </Appearance>
      </I18nextProvider>,
    );

    expect(screen.getByRole("button").classList.contains(STYLE_KEY)).toBe(true);
    const written = [...document.querySelectorAll("style")].map((style) => style.textContent);
    expect(written.filter((text) => text !== "")).toEqual([]);
  });
});
