/** A part of the file of everything. */
export interface Section {
  name: string;
  /** The tables whose rows about the person it gives; the walk over the schema in the spec asks for every one. */
  from: readonly string[];
  /** Of one value: the person, or what `of` says. */
  sql: string;
  /** The keyed hashes of their address, for tables that know nobody. */
  of?: 'address hashes';
}
