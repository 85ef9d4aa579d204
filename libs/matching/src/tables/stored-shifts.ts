/**
 * How far each column moves in each round, in an abelian group that is the product of the cyclic groups `moduli`, elements
 * written in mixed radix with the first modulus as the lowest digit.
 */
export interface Shifts {
  /** The orders of the cyclic groups. */
  readonly moduli: readonly number[];
  /** One row a round, one entry a column. Two columns never differ by the same amount in two rounds. */
  readonly rounds: readonly (readonly number[])[];
}

/** Parts of difference matrices, one word a column and one character (base 36) a round; they serve turned over as well. */
interface StoredShifts {
  readonly moduli: readonly number[];
  readonly words: string;
}

/** For numbers of tables with no field of that order, found by search; the specs check each. */
const STORED: Readonly<Record<number, readonly StoredShifts[]>> = {
  6: [{ moduli: [6], words: '00000 04123 02415 01532 03241' }],
  10: [
    { moduli: [10], words: '000000000 068379541 076892415 085134972 051426387' },
    { moduli: [10], words: '00000000 09783156 03912764 04651382 02374891 01846925' },
    { moduli: [10], words: '0000000 0963724 0395681 0542967 0689253 0258396 0726438' },
  ],
  12: [
    {
      moduli: [6, 2],
      words: '000000000000 0123456789ab 02ba19864735 06913825ba47 0a84619b7253 08172b3a9564',
    },
    { moduli: [6, 2], words: '00000000 082a6791 026974b5 01873542 04721b83 0316985a 09a1862b' },
  ],
  14: [
    { moduli: [14], words: '0000000000000 08c32dab45791 04285a39d61b7 029d45b138c7a' },
    { moduli: [14], words: '000000000000 014cb862357d 0634dba9c157 092147cd5a38 037a195c82d6' },
    { moduli: [14], words: '0000000000 0634b25c87 0b4d8c961a 076c19ab52 08d9632a7b 02815647b9' },
    { moduli: [14], words: '000000000 098bdca62 046392bd5 02b9836a1 06d45192b 0b7268543 0895a73b4' },
    { moduli: [14], words: '00000000 0d56a8b4 0b98512a 0ad18946 081b36a5 062a9b3d 026c7498 093715db' },
  ],
  15: [
    { moduli: [15], words: '000000000000000 0c8596db72a43e1 042d538e91ba7c6 03792be645cd1a8' },
    { moduli: [15], words: '000000000000 0b26c91e8547 049cab627e13 0318d2ab49e5 0ed368b5972c' },
    { moduli: [15], words: '00000000000 05a3cd1942b 0db1e265a98 04c871935d2 08946b31ce7 076c43e218a' },
    { moduli: [15], words: '0000000000 0b83e15629 0c51d7e8a4 05347e9d16 0ed2a56c97 0ab83274d1 0d7a8cb162' },
    {
      moduli: [15],
      words: '000000000 09e4372d6 02cda45e8 08756c9ba 0d6183c4e 0eb84217c 042b51e37 07a9bd451',
    },
  ],
  18: [
    { moduli: [6, 3], words: '00000000000000000 0c42hf18b6a5739de 0hf61da374bec9528 0a69bh54g3782edcf' },
    {
      moduli: [6, 3],
      words: '000000000000000 0e416ghcf9a372d 08ag1f9b27dhe63 0g65b948c3ea2h1 023h87ed1gf6ba9',
    },
    {
      moduli: [6, 3],
      words: '0000000000000 0h81dgeb4276a 036fb7g8haec9 0gc49h87afbd3 0e761bf3dgh5c 07ea23hf5d1b8',
    },
    {
      moduli: [6, 3],
      words: '000000000000 068f4572cedg 0194g8fdec57 0f26a935h18c 09a7fchg6be1 05d98fga73c6 0ahceb279d65',
    },
    {
      moduli: [6, 3],
      words:
        '00000000000 05dhcb72639 0c5ad8f1463 0b9df25e1a8 091e362dafg 08e6194ah52 0d792hb684c 0f8467d952a',
    },
    {
      moduli: [6, 3],
      words:
        '0000000000 0feh1578gd 0h594d8e37 08a3e1gdhb 0d9chbe713 0eb29h5ad1 046bfa2h9g 07c8a21fb9 06fa87h3e4',
    },
  ],
  20: [
    { moduli: [10, 2], words: '00000000000000000000 0d691a8bei532cfg7jh4 0gj1h9c6i5df72be4a83' },
    { moduli: [10, 2], words: '000000000000000000 0d87b3gj61i5hcf2e9 027aihc1g9jb4f365e 0j19fd23485gi7eb6h' },
    {
      moduli: [10, 2],
      words: '00000000000000000 0ec5afi19bh3d7j64 0g9a3b72de8fh451c 0187h93dajb4igf5e 07h68jb9e1452di3g',
    },
    {
      moduli: [10, 2],
      words:
        '0000000000000000 03jfbcha827g1ed5 0aigf328ecjd9h71 0hcb2jf9a681egid 0da45g9h67fc318i 0j18hd7cf95ba2g4',
    },
    {
      moduli: [10, 2],
      words:
        '00000000000000 04c65gih2b7f83 05i83j49ag62hd 0f7d86acgi31b4 0j54cb283ag7e9 0349a7d1f8hcgj 0e356afji9c41h',
    },
    {
      moduli: [10, 2],
      words:
        '000000000000 046a1f9hj7i2 06ei243cfd9j 0539gjd8hab7 0ichd68j9ge5 03jghi4b795c 0e8f7da41b39 0fg43c7aej61',
    },
    {
      moduli: [10, 2],
      words:
        '00000000000 0ge38ijch47 08a4b7gfj9d 01bcae9h475 0382dj51agh 0dg14b3578i 05da36h89e1 02359hf7bi4 0ac9j87b6h2',
    },
    {
      moduli: [10, 2],
      words:
        '0000000000 0ad64ci8e1 08e576dhgb 0jahe431fi 01j7gaci9f 07hi9d168c 0dc1bja459 0f2g85bc1d 046dch7ai8 0294i1f3de',
    },
  ],
};

/** What is stored for that many tables and at least that many columns: as it stands and turned over. */
export function storedShifts(tables: number, seats: number): Shifts[] {
  return (STORED[tables] ?? []).flatMap(({ moduli, words }) => {
    const columns = words.split(' ').map((word) => Array.from(word, (digit) => parseInt(digit, 36)));
    const rounds = columns[0]!.map((_, round) => columns.map((column) => column[round]!));
    return [rounds, columns].filter((way) => way[0]!.length >= seats).map((way) => ({ moduli, rounds: way }));
  });
}
