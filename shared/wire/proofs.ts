/** That a schema says what the published type says: where they part, nothing compiles. */
import type { GenericSchema, InferOutput } from 'valibot';

/** What a schema lets in, as the model writes its types. */
export type Read<Schema extends GenericSchema> = Lasting<InferOutput<Schema>>;

/** Nothing of it can be written to. */
type Lasting<T> = T extends readonly (infer Item)[]
  ? readonly Lasting<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Lasting<T[Key]> }
    : T;

/** Whether two types are the same, members that may be left out told from those that may not. */
export type Same<A, B> =
  (<T>() => T extends Lasting<A> ? 1 : 2) extends <T>() => T extends Lasting<B> ? 1 : 2 ? true : false;

export type Proof<Holds extends true> = Holds;
