import { StyleProvider } from "@ant-design/cssinjs";
import { ConfigProvider } from "antd";
import english from "antd/locale/en_US";
import chinese from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/**
 * antd without styles of its own making: the content policy forbids style elements, so they come
 * from `antd/dist/antd.css`, whose variables hang on this class name.
 */
export const STYLE_KEY = "css-var-_R_0_";

/** antd still makes a style element for its variables; in no document, the policy minds none. */
const nowhere = document.createElement("div");

/** antd in the language now chosen, and in the colours of `colours.css`. */
export function Appearance({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <StyleProvider container={nowhere}>
      <ConfigProvider
        locale={i18n.language === "en" ? english : chinese}
        theme={{ zeroRuntime: true, hashed: false, cssVar: { key: STYLE_KEY } }}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}
