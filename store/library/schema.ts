import type Database from 'libsql';

export type Connection = InstanceType<typeof Database>;

/** Raise with every change below: a library of another version is made again from the files. */
export const LIBRARY_VERSION = 2;

/** `PRAGMA application_id` of a library, so that no other program's file is filled with tables: "qglb". */
export const APPLICATION_ID = 0x71676c62;

/**
 * The user's statute texts, in a file of their own: reading processes open it, and it can be copied to a colleague.
 * Each file with a statute has a row of its own in `statutes`. Of files with one version (title, place, date) the first
 * stands for it; the others are parts of it (the books of the civil code), whose articles are shown as its own, or
 * duplicates, which are kept and not shown.
 */
export const SCHEMA = `
create table statutes (
  id integer primary key,
  key text not null,
  title text not null,
  level text not null,
  province text not null,
  city text not null,
  county text not null,
  number text not null,
  date text not null,
  effective_on text not null,
  status text not null,
  duplicate_of integer references statutes(id),
  differs integer not null default 0,
  part_of integer references statutes(id),
  facts text not null
) strict;
create index statutes_by_key on statutes(key);
create table files (
  id integer primary key,
  folder text not null,
  path text not null,
  hash text not null,
  parser text not null,
  statute integer references statutes(id),
  problem text not null,
  unique (folder, path)
) strict;
create index files_by_statute on files(statute);
create table articles (
  id integer primary key,
  statute integer not null references statutes(id),
  file integer not null references files(id),
  position integer not null,
  number text not null,
  path text not null,
  text text not null
) strict;
create index articles_by_number on articles(statute, number);
create index articles_by_file on articles(file);
create virtual table article_words using fts5(title, text, content='', contentless_delete=1);
create table facts (name text primary key, value text not null) strict;
`;
