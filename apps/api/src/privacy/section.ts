/** A part of the file of everything. */
export interface Section {
  name: string;
  /** The tables whose rows about the person it gives; the walk over the schema in the spec asks for every one. */
  from: readonly string[];
  /** Of one value: the person. */
  sql: string;
}
