-- An answer that was taken back is neither "unsure" nor an answer: the pair is judged as if nobody had spoken. Tables that are there
-- get the wider check; for those to come the function that makes them is written anew from its own text.
do $$
declare
  kept name;
  made text;
begin
  for kept in
    select relname from pg_class where relnamespace = 'linkage'::regnamespace and relkind = 'r' and relname ~ '^decision_\d+$'
  loop
    execute format('alter table linkage.%I drop constraint %I', kept, kept || '_verdict_check');
    execute format(
      'alter table linkage.%I add constraint %I check (verdict in (''same'', ''not_the_same'', ''unsure'', ''taken_back''))',
      kept, kept || '_verdict_check');
  end loop;
  made := pg_get_functiondef('linkage.ensure_layer(text[])'::regprocedure);
  made := replace(made, $text$'not_the_same', 'unsure')$text$, $text$'not_the_same', 'unsure', 'taken_back')$text$);
  if made not like '%taken_back%' then
    raise exception 'linkage.ensure_layer is not as it was expected';
  end if;
  execute made;
end
$$;
