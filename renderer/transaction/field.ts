import type { Rule } from "antd/es/form";
import { createElement, type ReactElement } from "react";
import type { ZodType } from "zod";

/** Where a field writes in the input of its transaction: a key of it, or a path. */
type FieldName = string | (string | number)[];

/** What every field of the kit can be told. Without `label` it bears its usual name. */
export interface FieldProps {
  readonly name: FieldName;
  readonly label?: string;
  readonly isOptional?: boolean;
}

/** What a form hands to the control inside one of its items. */
export interface Control<Value> {
  readonly id?: string | undefined;
  readonly value?: Value | undefined;
  readonly onChange?: ((value: Value | undefined) => void) | undefined;
}

/** The rule that a field must be filled, with the words to say it. */
export function requiredRule(message: string, isOptional?: boolean): Rule[] {
  return isOptional ? [] : [{ required: true, message: fieldError(message) }];
}

/** The rule that what was filled in is of the contract's own shape; nothing at all is not its affair. */
export function shapeRule(shape: ZodType, message: string): Rule {
  return {
    validator: (_rule, filled: unknown) =>
      filled === undefined || filled === "" || shape.safeParse(filled).success
        ? Promise.resolve()
        : Promise.reject(new Error("not of the contract's shape")),
    message: fieldError(message),
  };
}

/** What is wrong with a field, said aloud as soon as it appears: antd itself only shows it. */
export function fieldError(message: string): ReactElement {
  return createElement("span", { role: "alert" }, message);
}
