/** The Postgres major of the embedded binaries; it is part of every data folder's name. */
export const postgresMajor = 18;
