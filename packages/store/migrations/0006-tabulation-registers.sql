-- Tables of registers and datasets for tabulations and indicators, as proposed from their declarations.

create sequence register.naturalisation_record_id cache 100;
create table register.naturalisation (
  record_id bigint not null default nextval('register.naturalisation_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  granted_on date not null,
  surname text,
  given_names text,
  sex text,
  date_of_birth text,
  nationality text not null,
  document_number text,
  document_issuing_state text,
  naturalisation_ground text,
  district text
);
alter sequence register.naturalisation_record_id owned by register.naturalisation.record_id;
create unique index naturalisation_id on register.naturalisation using btree (record_id);
create unique index naturalisation_key on register.naturalisation using btree (record_key);
create index naturalisation_delivery on register.naturalisation using btree (delivery_id);
comment on table register.naturalisation is 'Naturalisations. One record for each person to whom citizenship was granted; the citizenship stated is the one held before.';
comment on column register.naturalisation.record_id is 'Number of the record in this database.';
comment on column register.naturalisation.recorded_at is 'When the present content was taken.';
comment on column register.naturalisation.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.naturalisation.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.naturalisation.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.naturalisation.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.naturalisation.source_record_id is 'Number at the agency';
comment on column register.naturalisation.granted_on is 'Granted on';
comment on column register.naturalisation.surname is 'Surname';
comment on column register.naturalisation.given_names is 'Given names';
comment on column register.naturalisation.sex is 'Sex';
comment on column register.naturalisation.date_of_birth is 'Date of birth';
comment on column register.naturalisation.nationality is 'Citizenship';
comment on column register.naturalisation.document_number is 'Document number';
comment on column register.naturalisation.document_issuing_state is 'Issued by';
comment on column register.naturalisation.naturalisation_ground is 'Ground';
comment on column register.naturalisation.district is 'District';

create sequence register.recruitment_cost_record_id cache 100;
create table register.recruitment_cost (
  record_id bigint not null default nextval('register.recruitment_cost_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  interview_number text not null,
  interviewed_on date not null,
  destination text not null,
  sex text,
  occupation text,
  cost_paid numeric not null,
  monthly_earnings numeric not null
);
alter sequence register.recruitment_cost_record_id owned by register.recruitment_cost.record_id;
create unique index recruitment_cost_id on register.recruitment_cost using btree (record_id);
create unique index recruitment_cost_key on register.recruitment_cost using btree (record_key);
create index recruitment_cost_delivery on register.recruitment_cost using btree (delivery_id);
comment on table register.recruitment_cost is 'Recruitment costs. One record for each migrant worker interviewed on the costs of recruitment and the first earnings abroad.';
comment on column register.recruitment_cost.record_id is 'Number of the record in this database.';
comment on column register.recruitment_cost.recorded_at is 'When the present content was taken.';
comment on column register.recruitment_cost.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.recruitment_cost.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.recruitment_cost.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.recruitment_cost.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.recruitment_cost.source_record_id is 'Number at the agency';
comment on column register.recruitment_cost.interview_number is 'Interview';
comment on column register.recruitment_cost.interviewed_on is 'Interviewed on';
comment on column register.recruitment_cost.destination is 'Country of work';
comment on column register.recruitment_cost.sex is 'Sex';
comment on column register.recruitment_cost.occupation is 'Occupation';
comment on column register.recruitment_cost.cost_paid is 'Costs paid';
comment on column register.recruitment_cost.monthly_earnings is 'First monthly earnings';

create sequence register.reintegration_interview_record_id cache 100;
create table register.reintegration_interview (
  record_id bigint not null default nextval('register.reintegration_interview_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  interview_number text not null,
  case_number text,
  interviewed_on date not null,
  months_since_return bigint,
  sex text,
  return_type text,
  district text,
  q01 text,
  q02 text,
  q03 text,
  q04 text,
  q05 text,
  q06 text,
  q07 text,
  q08 text,
  q09 text,
  q10 text,
  q11 text,
  q12 text,
  q13 text,
  q14 text,
  q15 text,
  q16 text,
  q17 text,
  q18 text,
  q19 text,
  q20 text,
  q21 text,
  q22 text,
  q23 text,
  q24 text,
  q25 text,
  q26 text,
  q27 text,
  q28 text,
  q29 text,
  q30 text,
  q31 text
);
alter sequence register.reintegration_interview_record_id owned by register.reintegration_interview.record_id;
create unique index reintegration_interview_id on register.reintegration_interview using btree (record_id);
create unique index reintegration_interview_key on register.reintegration_interview using btree (record_key);
create index reintegration_interview_delivery on register.reintegration_interview using btree (delivery_id);
comment on table register.reintegration_interview is 'Reintegration interviews. One record for each interview of a returnee with the reintegration sustainability survey.';
comment on column register.reintegration_interview.record_id is 'Number of the record in this database.';
comment on column register.reintegration_interview.recorded_at is 'When the present content was taken.';
comment on column register.reintegration_interview.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.reintegration_interview.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.reintegration_interview.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.reintegration_interview.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.reintegration_interview.source_record_id is 'Number at the agency';
comment on column register.reintegration_interview.interview_number is 'Interview';
comment on column register.reintegration_interview.case_number is 'Case';
comment on column register.reintegration_interview.interviewed_on is 'Interviewed on';
comment on column register.reintegration_interview.months_since_return is 'Months since the return';
comment on column register.reintegration_interview.sex is 'Sex';
comment on column register.reintegration_interview.return_type is 'Type of return';
comment on column register.reintegration_interview.district is 'District';
comment on column register.reintegration_interview.q01 is '1. Satisfaction with the current economic situation';
comment on column register.reintegration_interview.q02 is '2. How often food was reduced because of its cost since the return';
comment on column register.reintegration_interview.q03 is '3. Able to borrow money if needed';
comment on column register.reintegration_interview.q04 is '4. How often money is borrowed';
comment on column register.reintegration_interview.q05 is '5. Which is larger, monthly spending or debt';
comment on column register.reintegration_interview.q06 is '6. Access to opportunities of employment and training';
comment on column register.reintegration_interview.q07 is '7. Currently working';
comment on column register.reintegration_interview.q08 is '8. Owns productive assets';
comment on column register.reintegration_interview.q09 is '9. Currently looking for a job';
comment on column register.reintegration_interview.q10 is '10. Why a job is looked for';
comment on column register.reintegration_interview.q11 is '11. Access to housing';
comment on column register.reintegration_interview.q12 is '12. Standard of the own housing';
comment on column register.reintegration_interview.q13 is '13. Access to education';
comment on column register.reintegration_interview.q14 is '14. Children of school age attending';
comment on column register.reintegration_interview.q15 is '15. Access to justice and law enforcement';
comment on column register.reintegration_interview.q16 is '16. Has at least one identity document';
comment on column register.reintegration_interview.q17 is '17. Access to documentation';
comment on column register.reintegration_interview.q18 is '18. Access to safe drinking water';
comment on column register.reintegration_interview.q19 is '19. Access to health care';
comment on column register.reintegration_interview.q20 is '20. Quality of health care';
comment on column register.reintegration_interview.q21 is '21. Access to public services overall';
comment on column register.reintegration_interview.q22 is '22. Invited to or takes part in social activities';
comment on column register.reintegration_interview.q23 is '23. Strength of the support network';
comment on column register.reintegration_interview.q24 is '24. Feels part of the community';
comment on column register.reintegration_interview.q25 is '25. Feels physically safe in daily activities';
comment on column register.reintegration_interview.q26 is '26. Tensions or conflicts with the family since the return';
comment on column register.reintegration_interview.q27 is '27. Felt discriminated against since the return';
comment on column register.reintegration_interview.q28 is '28. Suffers from anger, sadness, fear, stress, loneliness, low self-worth or poor concentration';
comment on column register.reintegration_interview.q29 is '29. Wishes specialised psychological support';
comment on column register.reintegration_interview.q30 is '30. Feels able to stay and live in the country';
comment on column register.reintegration_interview.q31 is '31. If not, whether one needs or wishes to leave';

create sequence register.policy_answer_record_id cache 100;
create table register.policy_answer (
  record_id bigint not null default nextval('register.policy_answer_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  reference_area text not null,
  subcategory text not null,
  time_period integer not null,
  answer text not null,
  evidence text
);
alter sequence register.policy_answer_record_id owned by register.policy_answer.record_id;
create unique index policy_answer_id on register.policy_answer using btree (record_id);
create unique index policy_answer_key on register.policy_answer using btree (record_key);
create index policy_answer_delivery on register.policy_answer using btree (delivery_id);
comment on table register.policy_answer is 'Answers on migration policy. One record for each sub-category that the government answered for a year.';
comment on column register.policy_answer.record_id is 'Number of the record in this database.';
comment on column register.policy_answer.recorded_at is 'When the present content was taken.';
comment on column register.policy_answer.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.policy_answer.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.policy_answer.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.policy_answer.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.policy_answer.reference_area is 'Country';
comment on column register.policy_answer.subcategory is 'Sub-category';
comment on column register.policy_answer.time_period is 'Year';
comment on column register.policy_answer.answer is 'Answer';
comment on column register.policy_answer.evidence is 'Evidence';

create sequence register.internal_migration_record_id cache 100;
create table register.internal_migration (
  record_id bigint not null default nextval('register.internal_migration_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  reference_area text not null,
  migration_interval text not null,
  from_district text not null,
  to_district text not null,
  sex text not null,
  time_period integer not null,
  obs_value bigint not null,
  obs_status text,
  note text
);
alter sequence register.internal_migration_record_id owned by register.internal_migration.record_id;
create unique index internal_migration_id on register.internal_migration using btree (record_id);
create unique index internal_migration_key on register.internal_migration using btree (record_key);
create index internal_migration_delivery on register.internal_migration using btree (delivery_id);
comment on table register.internal_migration is 'Internal migration. Persons by district of residence now and before, as a census or survey counted them.';
comment on column register.internal_migration.record_id is 'Number of the record in this database.';
comment on column register.internal_migration.recorded_at is 'When the present content was taken.';
comment on column register.internal_migration.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.internal_migration.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.internal_migration.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.internal_migration.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.internal_migration.reference_area is 'Country';
comment on column register.internal_migration.migration_interval is 'Interval';
comment on column register.internal_migration.from_district is 'District before';
comment on column register.internal_migration.to_district is 'District now';
comment on column register.internal_migration.sex is 'Sex';
comment on column register.internal_migration.time_period is 'Year';
comment on column register.internal_migration.obs_value is 'Value';
comment on column register.internal_migration.obs_status is 'Status of the figure';
comment on column register.internal_migration.note is 'Note';

create sequence register.trafficking_detection_record_id cache 100;
create table register.trafficking_detection (
  record_id bigint not null default nextval('register.trafficking_detection_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  reference_area text not null,
  exploitation text not null,
  sex text not null,
  age_group text not null,
  time_period integer not null,
  obs_value bigint not null,
  obs_status text,
  note text
);
alter sequence register.trafficking_detection_record_id owned by register.trafficking_detection.record_id;
create unique index trafficking_detection_id on register.trafficking_detection using btree (record_id);
create unique index trafficking_detection_key on register.trafficking_detection using btree (record_key);
create index trafficking_detection_delivery on register.trafficking_detection using btree (delivery_id);
comment on table register.trafficking_detection is 'Detected victims of trafficking. Victims of trafficking in persons detected in a year, by sex, age and form of exploitation, as counted by the authority.';
comment on column register.trafficking_detection.record_id is 'Number of the record in this database.';
comment on column register.trafficking_detection.recorded_at is 'When the present content was taken.';
comment on column register.trafficking_detection.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.trafficking_detection.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.trafficking_detection.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.trafficking_detection.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.trafficking_detection.reference_area is 'Country';
comment on column register.trafficking_detection.exploitation is 'Form of exploitation';
comment on column register.trafficking_detection.sex is 'Sex';
comment on column register.trafficking_detection.age_group is 'Age group';
comment on column register.trafficking_detection.time_period is 'Year';
comment on column register.trafficking_detection.obs_value is 'Value';
comment on column register.trafficking_detection.obs_status is 'Status of the figure';
comment on column register.trafficking_detection.note is 'Note';

create sequence register.remittance_price_record_id cache 100;
create table register.remittance_price (
  record_id bigint not null default nextval('register.remittance_price_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  collected_on date not null,
  sender text not null,
  receiver text not null,
  provider text not null,
  product text,
  amount_sent numeric not null,
  fee numeric not null,
  exchange_margin numeric
);
alter sequence register.remittance_price_record_id owned by register.remittance_price.record_id;
create unique index remittance_price_id on register.remittance_price using btree (record_id);
create unique index remittance_price_key on register.remittance_price using btree (record_key);
create index remittance_price_delivery on register.remittance_price using btree (delivery_id);
comment on table register.remittance_price is 'Prices of remittances. One record for each offer of a provider to send an amount from one country to another.';
comment on column register.remittance_price.record_id is 'Number of the record in this database.';
comment on column register.remittance_price.recorded_at is 'When the present content was taken.';
comment on column register.remittance_price.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.remittance_price.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.remittance_price.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.remittance_price.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.remittance_price.collected_on is 'Collected on';
comment on column register.remittance_price.sender is 'Sent from';
comment on column register.remittance_price.receiver is 'Received in';
comment on column register.remittance_price.provider is 'Provider';
comment on column register.remittance_price.product is 'Product';
comment on column register.remittance_price.amount_sent is 'Amount sent';
comment on column register.remittance_price.fee is 'Fee';
comment on column register.remittance_price.exchange_margin is 'Exchange margin';
