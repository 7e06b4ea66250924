-- Deliveries of files, what changed through them, and which of them saw a record unchanged.
create table ledger.delivery (
  id integer generated always as identity primary key,
  register text not null,
  agency text not null,
  file_name text not null,
  file_sha256 text not null,
  file_bytes bigint not null,
  mapping jsonb not null,
  mapping_hash text not null,
  provenance jsonb not null,
  reference_from date,
  reference_until date,
  status text not null check (status in ('receiving', 'taken', 'interrupted', 'withdrawn')),
  received_by text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  rows_read bigint not null default 0,
  rows_taken bigint not null default 0,
  rows_unchanged bigint not null default 0,
  rows_duplicate bigint not null default 0,
  rows_refused bigint not null default 0,
  rows_left_out bigint not null default 0,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal_reason text
);
comment on table ledger.delivery is 'A file taken into a register: all of it, or nothing.';
create unique index delivery_taken_once on ledger.delivery (register, file_sha256, mapping_hash) where status = 'taken';

create table ledger.record_change (
  id bigint generated always as identity primary key,
  register text not null,
  record_id bigint not null,
  record_key uuid not null,
  operation text not null check (operation in ('updated', 'restored', 'removed')),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  by_delivery integer references ledger.delivery,
  source_sheet text,
  source_row integer,
  before jsonb not null
);
comment on table ledger.record_change is 'What a record was before each change; append-only.';
comment on column ledger.record_change.operation is
  'updated: by an import; restored, removed: by the withdrawal of by_delivery.';
create index record_change_of_record on ledger.record_change (register, record_id);
create index record_change_of_key on ledger.record_change (record_key);

-- No foreign keys: a million rows of a delivery that comes again would check two million times what never is deleted.
create table ledger.record_sighting (
  register text not null,
  record_id bigint not null,
  of_delivery integer not null,
  delivery_id integer not null,
  source_sheet text,
  source_row integer not null
);
comment on table ledger.record_sighting is
  'delivery_id held the record word for word as of_delivery had brought it: it keeps the record when of_delivery is withdrawn.';
create index record_sighting_of on ledger.record_sighting (of_delivery, record_id);

-- Row by row, because triggers for each row pass on to the partitions, those to come included.
create function ledger.refuse_change() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  if current_setting('leeto.withdrawing', true) = 'on' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception 'register.% is append-only: a correction is a new event', tg_table_name
    using errcode = 'LE003', hint = 'Withdraw the delivery, or record a correcting event.';
end
$$;

create function ledger.refuse_truncate() returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'LE003';
end
$$;

create trigger record_change_is_kept before update or delete on ledger.record_change
  for each row execute function ledger.refuse_change();
create trigger record_change_is_not_truncated before truncate on ledger.record_change
  for each statement execute function ledger.refuse_truncate();

-- The application owns no table, so it cannot make partitions itself. Attaching takes a weaker lock than creating in place:
-- readers and other imports go on.
create function ledger.ensure_partition(register_id text, for_year integer) returns boolean
language plpgsql
security definer
set search_path = pg_catalog
as $$
declare
  parent regclass := to_regclass(format('register.%I', register_id));
  part text := format('%s_%s', register_id, to_char(for_year, 'FM0000'));
begin
  if parent is null or (select relkind from pg_class where oid = parent) <> 'p' then
    raise exception 'register.% is no movement log', register_id using errcode = 'LE004';
  end if;
  if for_year not between 1 and 9998 then
    raise exception 'no partition can be made for the year %', for_year using errcode = 'LE005';
  end if;
  if to_regclass(format('register.%I', part)) is not null then
    return false;
  end if;
  execute format('create table register.%I (like %s including defaults including constraints)', part, parent);
  execute format(
    'alter table %s attach partition register.%I for values from (%L) to (%L)',
    parent, part, make_date(for_year, 1, 1), make_date(for_year + 1, 1, 1)
  );
  execute format(
    'create trigger is_not_truncated before truncate on register.%I for each statement execute function ledger.refuse_truncate()',
    part
  );
  return true;
end
$$;
