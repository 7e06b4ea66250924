-- Releases: sets of protected tables as files, who signed them, and what became of each. A release is written whole in one
-- transaction and never altered; what happens to it are events that are added. Everything but the making goes through
-- release.take_step, which holds the rules whatever program calls it.
create schema release;

create table release.transition (
  step text not null,
  from_state text not null,
  to_state text not null,
  primary key (step, from_state)
);
comment on table release.transition is 'The state machine: which step leads from which state to which.';
insert into release.transition (step, from_state, to_state) values
  ('freeze', 'making', 'frozen'),
  ('sign', 'frozen', 'signed_once'),
  ('sign', 'signed_once', 'signed'),
  ('publish', 'signed', 'published'),
  ('withdraw', 'frozen', 'withdrawn'),
  ('withdraw', 'signed_once', 'withdrawn'),
  ('withdraw', 'signed', 'withdrawn'),
  ('withdraw', 'published', 'withdrawn');

create table release.release (
  id integer generated always as identity primary key,
  title text not null check (title <> ''),
  state text not null default 'making'
    check (state in ('making', 'frozen', 'signed_once', 'signed', 'published', 'withdrawn')),
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  snapshot text not null,
  code_version text not null,
  policy jsonb not null,
  embargo_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  created_by text not null check (created_by <> ''),
  published_at timestamptz,
  withdrawn_reason text,
  check (state = 'making' or content_hash is not null)
);
comment on column release.release.content_hash is 'SHA-256 of the list of its files (hash, two spaces, path, line feed; by path).';
comment on column release.release.state is 'making: only ever seen by the transaction that writes it.';
comment on column release.release.embargo_until is 'Nobody outside sees a published release before this moment; null: at once.';

create table release.file (
  release integer not null references release.release,
  path text not null check (path ~ '^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$'),
  media_type text not null,
  sha256 text not null,
  content bytea not null,
  primary key (release, path),
  check (sha256 = encode(sha256(content), 'hex'))
);
comment on table release.file is 'What is published, byte for byte as it was signed.';

create table release.table_content (
  release integer not null references release.release,
  measure text not null,
  title text not null,
  content jsonb not null,
  primary key (release, measure)
);
comment on table release.table_content is 'The protected tables, against which later releases are checked.';

create table release.event (
  release integer not null references release.release,
  number integer not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  happened_at timestamptz not null default clock_timestamp(),
  by_whom text not null check (by_whom <> ''),
  content_hash text not null,
  embargo_until timestamptz,
  reason text,
  primary key (release, number)
);
comment on table release.event is 'Who did what to a release, when, and to which content; append-only.';

create function release.refuse_change() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  raise exception 'release.% is append-only', tg_table_name
    using errcode = 'LE003', hint = 'Withdraw the release and make a new one.';
end
$$;
create trigger is_append_only before update or delete or truncate on release.file
  for each statement execute function release.refuse_change();
create trigger is_append_only before update or delete or truncate on release.table_content
  for each statement execute function release.refuse_change();
create trigger is_append_only before update or delete or truncate on release.event
  for each statement execute function release.refuse_change();
create trigger is_kept before delete or truncate on release.release
  for each statement execute function release.refuse_change();
create trigger is_append_only before insert or update or delete or truncate on release.transition
  for each statement execute function release.refuse_change();

-- Content joins a release only while that is being written.
create function release.refuse_late_content() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  if not exists (select from release.release where id = new.release and state = 'making') then
    raise exception 'release % is frozen', new.release using errcode = 'LE003';
  end if;
  return new;
end
$$;
create trigger joins_while_making before insert on release.file
  for each row execute function release.refuse_late_content();
create trigger joins_while_making before insert on release.table_content
  for each row execute function release.refuse_late_content();

create function release.hash_of(of_release integer) returns text
language sql
stable
set search_path = pg_catalog
as $$
  select encode(sha256(convert_to(coalesce(string_agg(sha256 || '  ' || path || chr(10), '' order by path collate "C"), ''), 'UTF8')), 'hex')
  from release.file
  where release = of_release
$$;

-- Names of people are told apart by their letters, not by capitals or spaces.
create function release.person_key(name text) returns text
language sql
immutable
set search_path = pg_catalog
as $$ select lower(regexp_replace(trim(normalize(name, NFKC)), '\s+', ' ', 'g')) $$;

-- One step of a release: looked at and taken under a lock, so that of two people at once the second sees what the first did.
create function release.take_step(
  of_release integer, wanted text, by_person text, seen_hash text, because text, new_embargo timestamptz
) returns release.release
language plpgsql
security definer
set search_path = pg_catalog
as $$
declare
  found release.release;
  target text;
  moment timestamptz;
begin
  select * into found from release.release where id = of_release for update;
  if found.id is null then
    raise exception 'no such release' using errcode = 'LE010';
  end if;
  select to_state into target from release.transition where step = wanted and from_state = found.state;
  if target is null then
    raise exception 'a release that is % cannot be taken this step', found.state using errcode = 'LE011', detail = found.state;
  end if;
  if wanted = 'freeze' then
    found.content_hash := release.hash_of(of_release);
  elsif found.content_hash <> release.hash_of(of_release) then
    raise exception 'the files are not those that were frozen' using errcode = 'LE012';
  elsif seen_hash is not null and seen_hash <> found.content_hash then
    raise exception 'another content was seen' using errcode = 'LE013';
  end if;
  if wanted = 'sign' then
    if coalesce((found.policy ->> 'creatorMaySign')::boolean, false) is false
      and release.person_key(by_person) = release.person_key(found.created_by) then
      raise exception 'who made a release does not sign it' using errcode = 'LE014';
    end if;
    if exists (
      select from release.event
      where release = of_release and step = 'sign' and release.person_key(by_whom) = release.person_key(by_person)
    ) then
      raise exception 'this person has signed' using errcode = 'LE015';
    end if;
  end if;
  if wanted = 'publish' and new_embargo is not null then
    if new_embargo < found.embargo_until then
      raise exception 'an embargo is not brought forward' using errcode = 'LE016';
    end if;
    found.embargo_until := new_embargo;
  end if;
  if wanted = 'withdraw' and coalesce(trim(because), '') = '' then
    raise exception 'a withdrawal needs a reason' using errcode = 'LE017';
  end if;
  moment := clock_timestamp();
  insert into release.event (release, number, step, from_state, to_state, happened_at, by_whom, content_hash, embargo_until, reason)
  select of_release, coalesce(max(number), 0) + 1, wanted, found.state, target, moment, by_person,
    found.content_hash, found.embargo_until, because
  from release.event
  where release = of_release;
  update release.release
  set state = target,
    content_hash = found.content_hash,
    embargo_until = found.embargo_until,
    published_at = case when wanted = 'publish' then moment else published_at end,
    withdrawn_reason = case when wanted = 'withdraw' then because end
  where id = of_release
  returning * into found;
  return found;
end
$$;

-- What anybody may see: releases published whose embargo is over; of those withdrawn since, that they were.
create view release.published with (security_invoker = true) as
select id, title, state, content_hash, created_at, published_at, embargo_until, withdrawn_reason,
  greatest(published_at, embargo_until) as visible_from
from release.release
where published_at is not null
  and (embargo_until is null or embargo_until <= clock_timestamp());

-- The pages log in as the reader. Row-level security keeps from them what is under embargo or not signed, whatever they ask.
do $$
begin
  alter table release.release enable row level security;
  alter table release.file enable row level security;
  alter table release.table_content enable row level security;
  alter table release.event enable row level security;
  if current_user = 'leeto_migrator' then
    create policy application on release.release to leeto_application using (true);
    create policy application on release.file to leeto_application using (true);
    create policy application on release.table_content to leeto_application using (true);
    create policy application on release.event to leeto_application using (true);
    create policy reader on release.release for select to leeto_reader
      using (published_at is not null and (embargo_until is null or embargo_until <= clock_timestamp()));
    create policy reader on release.file for select to leeto_reader
      using (release in (select id from release.published where state = 'published'));
  end if;
end
$$;
