-- What this database is, and the three schemas. `leeto.migration` itself is made by the program before the first migration.
create schema register;
create schema ledger;

create table leeto.instance (
  id uuid primary key,
  kind text not null check (kind in ('demonstration', 'operational')),
  country_code text not null check (country_code ~ '^[A-Z]{3}$'),
  created_at timestamptz not null default now()
);
comment on table leeto.instance is 'One row: the same id and kind stand in instance.json of the instance folder.';
create unique index instance_is_one on leeto.instance ((true));
