-- Which records are one person, and who may learn it. A *layer* is a wall with its own tables: the open registers ('{}'), one
-- protected register, or two protected registers whose records are linked with each other. Nothing is shared between layers but
-- the rows of `layer` and `run`: no table of persons, no index, no sequence, no statistics. A statement for an open user names
-- open tables alone, so neither its plan nor its time depends on the others; the policies are for statements that forget.
create schema linkage;

create function linkage.may_see(wall text[]) returns boolean
language sql
stable
parallel safe
set search_path = pg_catalog
as $$ select wall <@ string_to_array(coalesce(current_setting('leeto.registers', true), ''), ',') $$;
comment on function linkage.may_see is
  'Whether this transaction holds the right to each protected register of the wall; without leeto.registers, to none.';

create function linkage.refuse_change() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  raise exception 'linkage.% is append-only', tg_table_name
    using errcode = 'LE003', hint = 'Undo an event by a further one; a newer decision takes the place of an older one.';
end
$$;

create table linkage.model (
  id integer generated always as identity primary key,
  made_at timestamptz not null default now(),
  document jsonb not null
);
comment on table linkage.model is 'Models, learnt from open registers alone; protected registers are linked with the same ones.';

create sequence linkage.layer_id as smallint minvalue 0;
create table linkage.layer (
  id smallint primary key,
  wall text[] not null unique check (array_position(wall, null) is null),
  current_run integer
);
comment on column linkage.layer.wall is 'The protected registers without whose right nothing of the layer is seen; sorted; empty: open.';
comment on column linkage.layer.current_run is 'The run whose tables hold; null before the first.';

create table linkage.run (
  layer smallint not null references linkage.layer,
  number integer not null,
  wall text[] not null,
  registers text[] not null,
  model integer not null references linkage.model,
  status text not null check (status in ('running', 'done', 'interrupted', 'superseded')),
  snapshot text,
  started_by text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  counts jsonb not null default '{}',
  notices jsonb not null default '[]',
  open_event bigint not null default 0,
  primary key (layer, number)
);
comment on table linkage.run is 'A linking of whole registers: all of it holds, or nothing.';
comment on column linkage.run.snapshot is 'The snapshot that was linked; null where the records of a moment were.';
comment on column linkage.run.open_event is 'Last event of the open layer that a protected layer has taken into account.';
comment on column linkage.run.status is 'superseded: its tables were dropped, a later run took its place.';

alter table linkage.layer enable row level security, force row level security;
create policy wall on linkage.layer using (linkage.may_see(wall));
alter table linkage.run enable row level security, force row level security;
-- The check comes before the foreign key and the primary key are looked at: neither tells whether a hidden layer is there.
create policy wall on linkage.run using (linkage.may_see(wall)) with check (
  linkage.may_see(wall) and exists (select from linkage.layer where layer.id = run.layer and layer.wall = run.wall)
);

-- Where everything runs as one login there is nobody to grant to, and FORCE makes the policies hold for the owner.
create function linkage.wall_off(table_name text, behind text[], privileges text) returns void
language plpgsql
set search_path = pg_catalog
as $$
begin
  execute format('alter table linkage.%I enable row level security, force row level security', table_name);
  execute format('create policy wall on linkage.%I using ((select linkage.may_see(%L::text[])))', table_name, behind);
  if current_user = 'leeto_migrator' then
    execute format('grant %s on linkage.%I to leeto_application', privileges, table_name);
    execute format('grant select on linkage.%I to leeto_reader', table_name);
  end if;
end
$$;

-- What stays over all runs of a layer: events and decisions.
create function linkage.ensure_layer(wanted text[]) returns smallint
language plpgsql
security definer
set search_path = pg_catalog
as $$
declare
  found smallint;
  kept text;
begin
  if not linkage.may_see(wanted) then
    raise exception 'no right to this layer' using errcode = '42501';
  end if;
  if wanted <> (select coalesce(array_agg(name order by name collate "C"), '{}') from (select distinct unnest(wanted) as name) as names) then
    raise exception 'a wall is sorted and names each register once' using errcode = 'LE006';
  end if;
  perform pg_advisory_xact_lock(7319006, hashtext(wanted::text));
  select id into found from linkage.layer where wall = wanted;
  if found is not null then
    return found;
  end if;
  found := nextval('linkage.layer_id');
  insert into linkage.layer (id, wall) values (found, wanted);

  execute format($ddl$
    create table linkage.person_event_%1$s (
      number bigint generated always as identity primary key,
      person bigint not null,
      other bigint,
      happened_at timestamptz not null default clock_timestamp(),
      run integer,
      kind text not null check (kind in ('created', 'joined', 'merged', 'split', 'left', 'undone')),
      caused_by text not null,
      registers text[] not null,
      record_ids bigint[] not null check (cardinality(record_ids) = cardinality(registers))
    );
    comment on column linkage.person_event_%1$s.other is
      'merged and split: the person that the records went to; undone: the number of the event.';
    create unique index person_event_%1$s_created on linkage.person_event_%1$s (person) where kind = 'created';
    create index person_event_%1$s_person on linkage.person_event_%1$s (person);
    create index person_event_%1$s_other on linkage.person_event_%1$s (other) where other is not null;
    create table linkage.decision_%1$s (
      number bigint generated always as identity primary key,
      left_id bigint not null,
      right_id bigint not null,
      decided_at timestamptz not null default clock_timestamp(),
      left_register text not null,
      right_register text not null,
      verdict text not null check (verdict in ('same', 'not_the_same', 'unsure')),
      reviewer text not null,
      reason text
    );
    create index decision_%1$s_left on linkage.decision_%1$s (left_register, left_id);
    create index decision_%1$s_right on linkage.decision_%1$s (right_register, right_id);
  $ddl$, found);
  foreach kept in array array['person_event_' || found, 'decision_' || found] loop
    execute format(
      'create trigger is_append_only before update or delete or truncate on linkage.%I
         for each statement execute function linkage.refuse_change()', kept);
    perform linkage.wall_off(kept, wanted, 'select, insert');
  end loop;
  return found;
end
$$;

-- The tables of one run. They are filled by COPY in the transaction that makes them, which PostgreSQL refuses where policies
-- hold and writes once where tables are new: policies and indexes come at the end, and until the commit nobody sees them. A
-- desk asks the indexes on keys and on members without going to the rows.
create function linkage.make_run_tables(of_layer smallint, run integer, allowed text[]) returns void
language plpgsql
security definer
set search_path = pg_catalog
as $$
begin
  if not exists (
    select from linkage.run as mine where mine.layer = of_layer and mine.number = run and mine.status = 'running'
  ) then
    raise exception 'no such run' using errcode = 'LE007';
  end if;
  execute format($ddl$
    create table linkage.entry_%1$s_%2$s (entry uuid not null, unique_source text, fields text[] not null);
    create table linkage.member_%1$s_%2$s (
      record_id bigint not null, person bigint, entry uuid not null, register text not null check (register = any (%3$L::text[]))
    );
    create table linkage.entry_key_%1$s_%2$s (key bigint not null, entry uuid not null);
    create table linkage.link_%1$s_%2$s (
      left_entry uuid not null,
      right_entry uuid not null,
      weight double precision not null,
      state text not null check (state in ('accepted', 'held_back', 'review', 'below')),
      guard text,
      levels bytea not null
    );
  $ddl$, of_layer, run, allowed);
  if current_user = 'leeto_migrator' then
    execute format(
      'grant insert on linkage.entry_%1$s_%2$s, linkage.member_%1$s_%2$s, linkage.entry_key_%1$s_%2$s,
         linkage.link_%1$s_%2$s to leeto_application', of_layer, run);
  end if;
end
$$;

create function linkage.finish_run_tables(of_layer smallint, run integer) returns void
language plpgsql
security definer
set search_path = pg_catalog
set maintenance_work_mem = '256MB'
as $$
declare
  behind text[];
  made text;
begin
  select wall into strict behind from linkage.layer where id = of_layer;
  execute format($ddl$
    alter table linkage.entry_%1$s_%2$s add primary key (entry);
    alter table linkage.member_%1$s_%2$s add primary key (record_id, register);
    create index member_%1$s_%2$s_entry on linkage.member_%1$s_%2$s (entry) include (person, register, record_id);
    create index member_%1$s_%2$s_person on linkage.member_%1$s_%2$s (person);
    create index entry_key_%1$s_%2$s_key on linkage.entry_key_%1$s_%2$s (key, entry);
    create index link_%1$s_%2$s_left on linkage.link_%1$s_%2$s (left_entry);
    create index link_%1$s_%2$s_right on linkage.link_%1$s_%2$s (right_entry);
    create index link_%1$s_%2$s_review on linkage.link_%1$s_%2$s (weight, left_entry, right_entry) where state = 'review';
  $ddl$, of_layer, run);
  foreach made in array array['entry', 'member', 'entry_key', 'link'] loop
    made := format('%s_%s_%s', made, of_layer, run);
    execute format('analyze linkage.%I', made);
    perform linkage.wall_off(made, behind, 'select, insert, update, delete');
  end loop;
end
$$;

-- Tables of runs that hold no more. A reader that began before the last switch may still read those of the run before.
create function linkage.drop_superseded(of_layer smallint) returns integer
language plpgsql
security definer
set search_path = pg_catalog
as $$
declare
  old integer;
  dropped integer := 0;
begin
  for old in
    select run.number
    from linkage.run
    join linkage.layer on layer.id = run.layer
    where run.layer = of_layer and run.status = 'done' and run.number < layer.current_run
    order by run.number
  loop
    execute format(
      'drop table linkage.entry_%1$s_%2$s, linkage.member_%1$s_%2$s, linkage.entry_key_%1$s_%2$s, linkage.link_%1$s_%2$s',
      of_layer, old);
    update linkage.run as gone set status = 'superseded' where gone.layer = of_layer and gone.number = old;
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$$;

-- Numbers of open persons. The sequence cannot be read by the roles; protected layers draw at random from a range of their own.
create sequence linkage.person_number;
create function linkage.take_person_numbers(wanted integer) returns setof bigint
language sql
security definer
volatile
set search_path = pg_catalog
as $$ select nextval('linkage.person_number') from generate_series(1, wanted) $$;

select linkage.ensure_layer('{}');
