-- Undoes a delivery. Records that another taken delivery holds word for word pass to that one; changed records go back to
-- their newest version that a taken delivery still vouches for; the rest are removed. What was there stays in record_change
-- (for movement logs the file itself, named by its hash in ledger.delivery, is the history).
create function ledger.withdraw_delivery(wanted integer, reason text, by_whom text)
returns table (removed bigint, restored bigint, passed_on bigint)
language plpgsql
security definer
set search_path = pg_catalog
-- Logs have no tree on record_id; a plan that looks up row by row, made for want of statistics, would take hours.
set enable_nestloop = off
as $$
declare
  target ledger.delivery;
  is_log boolean;
  assignments text;
begin
  select * into target from ledger.delivery where id = wanted for update;
  if not found then
    raise exception 'there is no delivery %', wanted using errcode = 'LE001';
  end if;
  if target.status <> 'taken' then
    raise exception 'delivery % is %', wanted, target.status using errcode = 'LE002';
  end if;
  select relkind = 'p' into strict is_log
  from pg_class where oid = to_regclass(format('register.%I', target.register));

  perform set_config('leeto.withdrawing', 'on', true);
  update ledger.delivery
  set status = 'withdrawn', withdrawn_at = now(), withdrawn_by = by_whom, withdrawal_reason = reason
  where id = wanted;

  execute format($query$
    with heir as (
      select distinct on (seen.record_id) seen.record_id, seen.delivery_id, seen.source_sheet, seen.source_row
      from ledger.record_sighting as seen
      join ledger.delivery on delivery.id = seen.delivery_id and delivery.status = 'taken'
      where seen.register = $1 and seen.of_delivery = $2
      order by seen.record_id, seen.delivery_id
    ),
    passed as (
      update register.%I as record
      set delivery_id = heir.delivery_id, source_sheet = heir.source_sheet, source_row = heir.source_row
      from heir
      where record.record_id = heir.record_id and record.delivery_id = $2
      returning record.record_id, record.delivery_id
    ),
    relinked as (
      update ledger.record_sighting as seen
      set of_delivery = passed.delivery_id
      from passed
      where seen.register = $1 and seen.of_delivery = $2 and seen.record_id = passed.record_id
    )
    select count(*) from passed
  $query$, target.register) into passed_on using target.register, wanted;

  restored := 0;
  if not is_log then
    select string_agg(format('%1$I = version.%1$I', attname), ', ') into assignments
    from pg_attribute
    where attrelid = to_regclass(format('register.%I', target.register))
      and attnum > 0 and not attisdropped
      and attname not in ('record_id', 'delivery_id', 'source_sheet', 'source_row');

    execute format($query$
      with vouched as (
        select distinct on (change.record_id)
          change.record_id,
          change.before,
          coalesce(heir.delivery_id, (change.before ->> 'delivery_id')::integer) as delivery_id,
          coalesce(heir.source_sheet, change.before ->> 'source_sheet') as source_sheet,
          coalesce(heir.source_row, (change.before ->> 'source_row')::integer) as source_row
        from register.%1$I as record
        join ledger.record_change as change
          on change.register = $1 and change.record_id = record.record_id
        join ledger.delivery as origin on origin.id = (change.before ->> 'delivery_id')::integer
        left join lateral (
          select seen.delivery_id, seen.source_sheet, seen.source_row
          from ledger.record_sighting as seen
          join ledger.delivery on delivery.id = seen.delivery_id and delivery.status = 'taken'
          where seen.register = $1 and seen.record_id = change.record_id
            and seen.of_delivery = origin.id and origin.status <> 'taken'
          order by seen.delivery_id
          limit 1
        ) as heir on true
        where record.delivery_id = $2 and (origin.status = 'taken' or heir.delivery_id is not null)
        order by change.record_id, change.id desc
      ),
      kept as (
        insert into ledger.record_change
          (register, record_id, record_key, operation, changed_by, by_delivery, source_sheet, source_row, before)
        select $1, record.record_id, record.record_key, 'restored', $3, $2,
          record.source_sheet, record.source_row, to_jsonb(record)
        from register.%1$I as record
        join vouched on vouched.record_id = record.record_id
        returning record_id
      ),
      put_back as (
        update register.%1$I as record
        set %2$s, delivery_id = vouched.delivery_id, source_sheet = vouched.source_sheet, source_row = vouched.source_row
        from vouched
        cross join lateral jsonb_populate_record(null::register.%1$I, vouched.before) as version
        where record.record_id = vouched.record_id
        returning record.record_id
      )
      select count(*) from put_back
    $query$, target.register, assignments) into restored using target.register, wanted, by_whom;

    execute format($query$
      insert into ledger.record_change
        (register, record_id, record_key, operation, changed_by, by_delivery, source_sheet, source_row, before)
      select $1, record_id, record_key, 'removed', $3, $2, source_sheet, source_row, to_jsonb(record)
      from register.%I as record
      where delivery_id = $2
    $query$, target.register) using target.register, wanted, by_whom;
  end if;

  execute format('delete from register.%I where delivery_id = $1', target.register) using wanted;
  get diagnostics removed = row_count;
  perform set_config('leeto.withdrawing', '', true);
  return next;
end
$$;
