-- Tables of the common registers, movement logs and datasets, as proposed from their declarations.

create sequence register.border_movement_record_id cache 100;
create table register.border_movement (
  record_id bigint not null default nextval('register.border_movement_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  port text not null,
  direction text not null,
  crossed_on date not null,
  crossed_at text,
  lane text,
  mode text,
  conveyance text,
  document_type text,
  document_expires_on date,
  surname text,
  given_names text,
  sex text,
  date_of_birth text,
  nationality text not null,
  document_number text,
  document_issuing_state text,
  country_of_birth text,
  country_of_residence text,
  purpose text,
  intended_days integer,
  address_district text,
  previous_next_country text,
  permit_number text,
  permit_type text,
  visa_class text,
  authorised_until date,
  decision text,
  refusal_ground text,
  watch_list_result text,
  biometric_result text,
  officer text,
  device text,
  capture_source text,
  offline_batch_id text,
  corrects text
) partition by range (crossed_on);
alter sequence register.border_movement_record_id owned by register.border_movement.record_id;
create unique index border_movement_key on register.border_movement using btree (record_key, crossed_on);
create index border_movement_delivery on register.border_movement using brin (delivery_id, record_id);
create trigger is_append_only before update or delete on register.border_movement
  for each row execute function ledger.refuse_change();
create trigger is_not_truncated before truncate on register.border_movement
  for each statement execute function ledger.refuse_truncate();
comment on table register.border_movement is 'Border movements. One record for each crossing of the border by one person, at a post, in or out. A correction is a new event.';
comment on column register.border_movement.record_id is 'Number of the record in this database.';
comment on column register.border_movement.recorded_at is 'When the present content was taken.';
comment on column register.border_movement.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.border_movement.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.border_movement.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.border_movement.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.border_movement.source_record_id is 'Number at the agency';
comment on column register.border_movement.port is 'Port of entry';
comment on column register.border_movement.direction is 'Direction';
comment on column register.border_movement.crossed_on is 'Date of crossing';
comment on column register.border_movement.crossed_at is 'Time of crossing';
comment on column register.border_movement.lane is 'Lane';
comment on column register.border_movement.mode is 'Mode of transport';
comment on column register.border_movement.conveyance is 'Flight or vehicle';
comment on column register.border_movement.document_type is 'Type of document';
comment on column register.border_movement.document_expires_on is 'Document expires on';
comment on column register.border_movement.surname is 'Surname';
comment on column register.border_movement.given_names is 'Given names';
comment on column register.border_movement.sex is 'Sex';
comment on column register.border_movement.date_of_birth is 'Date of birth';
comment on column register.border_movement.nationality is 'Citizenship';
comment on column register.border_movement.document_number is 'Document number';
comment on column register.border_movement.document_issuing_state is 'Issued by';
comment on column register.border_movement.country_of_birth is 'Country of birth';
comment on column register.border_movement.country_of_residence is 'Country of residence';
comment on column register.border_movement.purpose is 'Purpose';
comment on column register.border_movement.intended_days is 'Intended stay';
comment on column register.border_movement.address_district is 'District of stay';
comment on column register.border_movement.previous_next_country is 'Country before or after';
comment on column register.border_movement.permit_number is 'Permit or visa number';
comment on column register.border_movement.permit_type is 'Type of permit';
comment on column register.border_movement.visa_class is 'Visa class';
comment on column register.border_movement.authorised_until is 'Stay authorised until';
comment on column register.border_movement.decision is 'Decision';
comment on column register.border_movement.refusal_ground is 'Ground of refusal';
comment on column register.border_movement.watch_list_result is 'Watch list';
comment on column register.border_movement.biometric_result is 'Biometric check';
comment on column register.border_movement.officer is 'Officer';
comment on column register.border_movement.device is 'Device';
comment on column register.border_movement.capture_source is 'Captured by';
comment on column register.border_movement.offline_batch_id is 'Offline batch';
comment on column register.border_movement.corrects is 'Corrects';

create sequence register.visa_record_id cache 100;
create table register.visa (
  record_id bigint not null default nextval('register.visa_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  visa_number text not null,
  visa_type text,
  surname text,
  given_names text,
  sex text,
  date_of_birth text,
  nationality text not null,
  document_number text,
  document_issuing_state text,
  purpose text,
  applied_on date,
  decided_on date,
  decision text,
  valid_from date,
  valid_until date,
  entries text,
  granted_days integer,
  place_of_issue text
);
alter sequence register.visa_record_id owned by register.visa.record_id;
create unique index visa_id on register.visa using btree (record_id);
create unique index visa_key on register.visa using btree (record_key);
create index visa_delivery on register.visa using btree (delivery_id);
comment on table register.visa is 'Visas. One record for each application for a visa, with its decision.';
comment on column register.visa.record_id is 'Number of the record in this database.';
comment on column register.visa.recorded_at is 'When the present content was taken.';
comment on column register.visa.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.visa.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.visa.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.visa.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.visa.source_record_id is 'Number at the agency';
comment on column register.visa.visa_number is 'Visa number';
comment on column register.visa.visa_type is 'Type of visa';
comment on column register.visa.surname is 'Surname';
comment on column register.visa.given_names is 'Given names';
comment on column register.visa.sex is 'Sex';
comment on column register.visa.date_of_birth is 'Date of birth';
comment on column register.visa.nationality is 'Citizenship';
comment on column register.visa.document_number is 'Document number';
comment on column register.visa.document_issuing_state is 'Issued by';
comment on column register.visa.purpose is 'Purpose';
comment on column register.visa.applied_on is 'Applied on';
comment on column register.visa.decided_on is 'Decided on';
comment on column register.visa.decision is 'Decision';
comment on column register.visa.valid_from is 'Valid from';
comment on column register.visa.valid_until is 'Valid until';
comment on column register.visa.entries is 'Entries';
comment on column register.visa.granted_days is 'Days granted';
comment on column register.visa.place_of_issue is 'Place of issue';

create sequence register.residence_permit_record_id cache 100;
create table register.residence_permit (
  record_id bigint not null default nextval('register.residence_permit_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  permit_number text not null,
  permit_type text,
  surname text,
  given_names text,
  sex text,
  date_of_birth text,
  nationality text not null,
  document_number text,
  document_issuing_state text,
  country_of_birth text,
  district text,
  is_renewal boolean,
  applied_on date,
  decided_on date,
  decision text,
  valid_from date,
  valid_until date
);
alter sequence register.residence_permit_record_id owned by register.residence_permit.record_id;
create unique index residence_permit_id on register.residence_permit using btree (record_id);
create unique index residence_permit_key on register.residence_permit using btree (record_key);
create index residence_permit_delivery on register.residence_permit using btree (delivery_id);
comment on table register.residence_permit is 'Residence permits. One record for each residence permit applied for, with its decision and validity; a renewal is a record of its own.';
comment on column register.residence_permit.record_id is 'Number of the record in this database.';
comment on column register.residence_permit.recorded_at is 'When the present content was taken.';
comment on column register.residence_permit.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.residence_permit.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.residence_permit.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.residence_permit.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.residence_permit.source_record_id is 'Number at the agency';
comment on column register.residence_permit.permit_number is 'Permit number';
comment on column register.residence_permit.permit_type is 'Type of permit';
comment on column register.residence_permit.surname is 'Surname';
comment on column register.residence_permit.given_names is 'Given names';
comment on column register.residence_permit.sex is 'Sex';
comment on column register.residence_permit.date_of_birth is 'Date of birth';
comment on column register.residence_permit.nationality is 'Citizenship';
comment on column register.residence_permit.document_number is 'Document number';
comment on column register.residence_permit.document_issuing_state is 'Issued by';
comment on column register.residence_permit.country_of_birth is 'Country of birth';
comment on column register.residence_permit.district is 'District';
comment on column register.residence_permit.is_renewal is 'Renewal';
comment on column register.residence_permit.applied_on is 'Applied on';
comment on column register.residence_permit.decided_on is 'Decided on';
comment on column register.residence_permit.decision is 'Decision';
comment on column register.residence_permit.valid_from is 'Valid from';
comment on column register.residence_permit.valid_until is 'Valid until';

create sequence register.work_permit_record_id cache 100;
create table register.work_permit (
  record_id bigint not null default nextval('register.work_permit_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  permit_number text not null,
  permit_type text,
  surname text,
  given_names text,
  sex text,
  date_of_birth text,
  nationality text not null,
  document_number text,
  document_issuing_state text,
  country_of_birth text,
  district text,
  is_renewal boolean,
  applied_on date,
  decided_on date,
  decision text,
  valid_from date,
  valid_until date,
  occupation_title text,
  occupation text,
  industry text,
  employer_name text
);
alter sequence register.work_permit_record_id owned by register.work_permit.record_id;
create unique index work_permit_id on register.work_permit using btree (record_id);
create unique index work_permit_key on register.work_permit using btree (record_key);
create index work_permit_delivery on register.work_permit using btree (delivery_id);
comment on table register.work_permit is 'Work permits. One record for each work permit applied for by a foreign worker, with occupation, industry and employer.';
comment on column register.work_permit.record_id is 'Number of the record in this database.';
comment on column register.work_permit.recorded_at is 'When the present content was taken.';
comment on column register.work_permit.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.work_permit.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.work_permit.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.work_permit.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.work_permit.source_record_id is 'Number at the agency';
comment on column register.work_permit.permit_number is 'Permit number';
comment on column register.work_permit.permit_type is 'Type of permit';
comment on column register.work_permit.surname is 'Surname';
comment on column register.work_permit.given_names is 'Given names';
comment on column register.work_permit.sex is 'Sex';
comment on column register.work_permit.date_of_birth is 'Date of birth';
comment on column register.work_permit.nationality is 'Citizenship';
comment on column register.work_permit.document_number is 'Document number';
comment on column register.work_permit.document_issuing_state is 'Issued by';
comment on column register.work_permit.country_of_birth is 'Country of birth';
comment on column register.work_permit.district is 'District';
comment on column register.work_permit.is_renewal is 'Renewal';
comment on column register.work_permit.applied_on is 'Applied on';
comment on column register.work_permit.decided_on is 'Decided on';
comment on column register.work_permit.decision is 'Decision';
comment on column register.work_permit.valid_from is 'Valid from';
comment on column register.work_permit.valid_until is 'Valid until';
comment on column register.work_permit.occupation_title is 'Occupation, as written';
comment on column register.work_permit.occupation is 'Occupation';
comment on column register.work_permit.industry is 'Industry';
comment on column register.work_permit.employer_name is 'Employer';

create sequence register.labour_certification_record_id cache 100;
create table register.labour_certification (
  record_id bigint not null default nextval('register.labour_certification_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  case_number text not null,
  programme text,
  decision text,
  received_on date,
  decided_on date,
  employer_name text,
  employer_place text,
  employer_region text,
  occupation_title text,
  occupation_code text,
  workers_requested bigint,
  workers_certified bigint,
  needed_from date,
  needed_until date,
  wage numeric,
  wage_unit text
);
alter sequence register.labour_certification_record_id owned by register.labour_certification.record_id;
create unique index labour_certification_id on register.labour_certification using btree (record_id);
create unique index labour_certification_key on register.labour_certification using btree (record_key);
create index labour_certification_delivery on register.labour_certification using btree (delivery_id);
comment on table register.labour_certification is 'Labour certifications. One record for each employer''s application to recruit workers abroad, with workers asked for and certified.';
comment on column register.labour_certification.record_id is 'Number of the record in this database.';
comment on column register.labour_certification.recorded_at is 'When the present content was taken.';
comment on column register.labour_certification.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.labour_certification.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.labour_certification.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.labour_certification.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.labour_certification.case_number is 'Case number';
comment on column register.labour_certification.programme is 'Programme';
comment on column register.labour_certification.decision is 'Decision';
comment on column register.labour_certification.received_on is 'Received on';
comment on column register.labour_certification.decided_on is 'Decided on';
comment on column register.labour_certification.employer_name is 'Employer';
comment on column register.labour_certification.employer_place is 'Place of the employer';
comment on column register.labour_certification.employer_region is 'Region of the employer';
comment on column register.labour_certification.occupation_title is 'Occupation, as written';
comment on column register.labour_certification.occupation_code is 'Occupation code';
comment on column register.labour_certification.workers_requested is 'Workers asked for';
comment on column register.labour_certification.workers_certified is 'Workers certified';
comment on column register.labour_certification.needed_from is 'Needed from';
comment on column register.labour_certification.needed_until is 'Needed until';
comment on column register.labour_certification.wage is 'Wage';
comment on column register.labour_certification.wage_unit is 'Wage per';

create sequence register.asylum_case_record_id cache 100;
create table register.asylum_case (
  record_id bigint not null default nextval('register.asylum_case_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  case_number text not null,
  surname text,
  given_names text,
  sex text,
  date_of_birth text,
  nationality text not null,
  document_number text,
  document_issuing_state text,
  persons_in_case bigint,
  applied_on date not null,
  status text,
  decision text,
  decided_on date,
  district text,
  ended_on date,
  end_reason text
);
alter sequence register.asylum_case_record_id owned by register.asylum_case.record_id;
create unique index asylum_case_id on register.asylum_case using btree (record_id);
create unique index asylum_case_key on register.asylum_case using btree (record_key);
create index asylum_case_delivery on register.asylum_case using btree (delivery_id);
comment on table register.asylum_case is 'Asylum cases. One record for each asylum case: principal applicant, persons in the case, status and decision.';
comment on column register.asylum_case.record_id is 'Number of the record in this database.';
comment on column register.asylum_case.recorded_at is 'When the present content was taken.';
comment on column register.asylum_case.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.asylum_case.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.asylum_case.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.asylum_case.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.asylum_case.source_record_id is 'Number at the agency';
comment on column register.asylum_case.case_number is 'Case number';
comment on column register.asylum_case.surname is 'Surname';
comment on column register.asylum_case.given_names is 'Given names';
comment on column register.asylum_case.sex is 'Sex';
comment on column register.asylum_case.date_of_birth is 'Date of birth';
comment on column register.asylum_case.nationality is 'Citizenship';
comment on column register.asylum_case.document_number is 'Document number';
comment on column register.asylum_case.document_issuing_state is 'Issued by';
comment on column register.asylum_case.persons_in_case is 'Persons in the case';
comment on column register.asylum_case.applied_on is 'Applied on';
comment on column register.asylum_case.status is 'Status';
comment on column register.asylum_case.decision is 'Decision';
comment on column register.asylum_case.decided_on is 'Decided on';
comment on column register.asylum_case.district is 'District';
comment on column register.asylum_case.ended_on is 'Ended on';
comment on column register.asylum_case.end_reason is 'Reason of the end';

create sequence register.refused_entry_record_id cache 100;
create table register.refused_entry (
  record_id bigint not null default nextval('register.refused_entry_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  port text not null,
  refused_on date not null,
  surname text,
  given_names text,
  sex text,
  date_of_birth text,
  nationality text not null,
  document_number text,
  document_issuing_state text,
  document_type text,
  mode text,
  refusal_ground text
);
alter sequence register.refused_entry_record_id owned by register.refused_entry.record_id;
create unique index refused_entry_id on register.refused_entry using btree (record_id);
create unique index refused_entry_key on register.refused_entry using btree (record_key);
create index refused_entry_delivery on register.refused_entry using btree (delivery_id);
comment on table register.refused_entry is 'Refused entries. One record for each refusal of entry to a foreigner at a post, with its ground.';
comment on column register.refused_entry.record_id is 'Number of the record in this database.';
comment on column register.refused_entry.recorded_at is 'When the present content was taken.';
comment on column register.refused_entry.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.refused_entry.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.refused_entry.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.refused_entry.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.refused_entry.source_record_id is 'Number at the agency';
comment on column register.refused_entry.port is 'Port of entry';
comment on column register.refused_entry.refused_on is 'Refused on';
comment on column register.refused_entry.surname is 'Surname';
comment on column register.refused_entry.given_names is 'Given names';
comment on column register.refused_entry.sex is 'Sex';
comment on column register.refused_entry.date_of_birth is 'Date of birth';
comment on column register.refused_entry.nationality is 'Citizenship';
comment on column register.refused_entry.document_number is 'Document number';
comment on column register.refused_entry.document_issuing_state is 'Issued by';
comment on column register.refused_entry.document_type is 'Type of document';
comment on column register.refused_entry.mode is 'Mode of transport';
comment on column register.refused_entry.refusal_ground is 'Ground of refusal';

create sequence register.removal_record_id cache 100;
create table register.removal (
  record_id bigint not null default nextval('register.removal_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  removed_on date not null,
  surname text,
  given_names text,
  sex text,
  date_of_birth text,
  nationality text not null,
  document_number text,
  document_issuing_state text,
  removal_ground text,
  destination text,
  port text
);
alter sequence register.removal_record_id owned by register.removal.record_id;
create unique index removal_id on register.removal using btree (record_id);
create unique index removal_key on register.removal using btree (record_key);
create index removal_delivery on register.removal using btree (delivery_id);
comment on table register.removal is 'Removals. One record for each foreigner removed from the country, with ground and destination.';
comment on column register.removal.record_id is 'Number of the record in this database.';
comment on column register.removal.recorded_at is 'When the present content was taken.';
comment on column register.removal.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.removal.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.removal.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.removal.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.removal.source_record_id is 'Number at the agency';
comment on column register.removal.removed_on is 'Removed on';
comment on column register.removal.surname is 'Surname';
comment on column register.removal.given_names is 'Given names';
comment on column register.removal.sex is 'Sex';
comment on column register.removal.date_of_birth is 'Date of birth';
comment on column register.removal.nationality is 'Citizenship';
comment on column register.removal.document_number is 'Document number';
comment on column register.removal.document_issuing_state is 'Issued by';
comment on column register.removal.removal_ground is 'Ground of removal';
comment on column register.removal.destination is 'Destination';
comment on column register.removal.port is 'Port of exit';

create sequence register.return_case_record_id cache 100;
create table register.return_case (
  record_id bigint not null default nextval('register.return_case_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  source_record_id text,
  returned_on date not null,
  surname text,
  given_names text,
  sex text,
  date_of_birth text,
  nationality text not null,
  document_number text,
  document_issuing_state text,
  returned_from text,
  return_type text,
  port text,
  district text,
  programme text
);
alter sequence register.return_case_record_id owned by register.return_case.record_id;
create unique index return_case_id on register.return_case using btree (record_id);
create unique index return_case_key on register.return_case using btree (record_key);
create index return_case_delivery on register.return_case using btree (delivery_id);
comment on table register.return_case is 'Returns. One record for each citizen who came back from abroad in a recorded return.';
comment on column register.return_case.record_id is 'Number of the record in this database.';
comment on column register.return_case.recorded_at is 'When the present content was taken.';
comment on column register.return_case.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.return_case.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.return_case.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.return_case.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.return_case.source_record_id is 'Number at the agency';
comment on column register.return_case.returned_on is 'Returned on';
comment on column register.return_case.surname is 'Surname';
comment on column register.return_case.given_names is 'Given names';
comment on column register.return_case.sex is 'Sex';
comment on column register.return_case.date_of_birth is 'Date of birth';
comment on column register.return_case.nationality is 'Citizenship';
comment on column register.return_case.document_number is 'Document number';
comment on column register.return_case.document_issuing_state is 'Issued by';
comment on column register.return_case.returned_from is 'Returned from';
comment on column register.return_case.return_type is 'Type of return';
comment on column register.return_case.port is 'Port of entry';
comment on column register.return_case.district is 'District';
comment on column register.return_case.programme is 'Programme';

create sequence register.legal_instrument_record_id cache 100;
create table register.legal_instrument (
  record_id bigint not null default nextval('register.legal_instrument_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  id_code text not null,
  title text not null,
  instrument_kind text,
  year integer,
  status text,
  domain text,
  custodian text,
  citation text
);
alter sequence register.legal_instrument_record_id owned by register.legal_instrument.record_id;
create unique index legal_instrument_id on register.legal_instrument using btree (record_id);
create unique index legal_instrument_key on register.legal_instrument using btree (record_key);
create index legal_instrument_delivery on register.legal_instrument using btree (delivery_id);
comment on table register.legal_instrument is 'Laws and policies. One record for each act, regulation, policy, strategy or agreement on migration.';
comment on column register.legal_instrument.record_id is 'Number of the record in this database.';
comment on column register.legal_instrument.recorded_at is 'When the present content was taken.';
comment on column register.legal_instrument.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.legal_instrument.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.legal_instrument.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.legal_instrument.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.legal_instrument.id_code is 'Code';
comment on column register.legal_instrument.title is 'Title';
comment on column register.legal_instrument.instrument_kind is 'Kind';
comment on column register.legal_instrument.year is 'Year';
comment on column register.legal_instrument.status is 'Status';
comment on column register.legal_instrument.domain is 'Domain';
comment on column register.legal_instrument.custodian is 'Custodian';
comment on column register.legal_instrument.citation is 'Citation';

create sequence register.migrant_stock_record_id cache 100;
create table register.migrant_stock (
  record_id bigint not null default nextval('register.migrant_stock_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  reference_area text not null,
  origin text not null,
  sex text not null,
  time_period integer not null,
  basis text not null,
  obs_value bigint not null,
  residence_rule text,
  obs_status text,
  note text
);
alter sequence register.migrant_stock_record_id owned by register.migrant_stock.record_id;
create unique index migrant_stock_id on register.migrant_stock using btree (record_id);
create unique index migrant_stock_key on register.migrant_stock using btree (record_key);
create index migrant_stock_delivery on register.migrant_stock using btree (delivery_id);
comment on table register.migrant_stock is 'Migrant stocks. Persons living in a country at a point in time who were born in, or are citizens of, another.';
comment on column register.migrant_stock.record_id is 'Number of the record in this database.';
comment on column register.migrant_stock.recorded_at is 'When the present content was taken.';
comment on column register.migrant_stock.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.migrant_stock.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.migrant_stock.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.migrant_stock.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.migrant_stock.reference_area is 'Country of residence';
comment on column register.migrant_stock.origin is 'Origin';
comment on column register.migrant_stock.sex is 'Sex';
comment on column register.migrant_stock.time_period is 'Year';
comment on column register.migrant_stock.basis is 'Basis';
comment on column register.migrant_stock.obs_value is 'Value';
comment on column register.migrant_stock.residence_rule is 'Residence rule';
comment on column register.migrant_stock.obs_status is 'Status of the figure';
comment on column register.migrant_stock.note is 'Note';

create sequence register.migration_flow_record_id cache 100;
create table register.migration_flow (
  record_id bigint not null default nextval('register.migration_flow_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  reference_area text not null,
  partner text not null,
  direction text not null,
  sex text not null,
  age_group text not null,
  citizenship text not null,
  time_period integer not null,
  obs_value bigint not null,
  residence_rule text,
  obs_status text,
  note text
);
alter sequence register.migration_flow_record_id owned by register.migration_flow.record_id;
create unique index migration_flow_id on register.migration_flow using btree (record_id);
create unique index migration_flow_key on register.migration_flow using btree (record_key);
create index migration_flow_delivery on register.migration_flow using btree (delivery_id);
comment on table register.migration_flow is 'Migration flows. Persons who changed their country of residence within a year.';
comment on column register.migration_flow.record_id is 'Number of the record in this database.';
comment on column register.migration_flow.recorded_at is 'When the present content was taken.';
comment on column register.migration_flow.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.migration_flow.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.migration_flow.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.migration_flow.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.migration_flow.reference_area is 'Country';
comment on column register.migration_flow.partner is 'Partner country';
comment on column register.migration_flow.direction is 'Direction';
comment on column register.migration_flow.sex is 'Sex';
comment on column register.migration_flow.age_group is 'Age group';
comment on column register.migration_flow.citizenship is 'Citizenship';
comment on column register.migration_flow.time_period is 'Year';
comment on column register.migration_flow.obs_value is 'Value';
comment on column register.migration_flow.residence_rule is 'Residence rule';
comment on column register.migration_flow.obs_status is 'Status of the figure';
comment on column register.migration_flow.note is 'Note';

create sequence register.remittance_flow_record_id cache 100;
create table register.remittance_flow (
  record_id bigint not null default nextval('register.remittance_flow_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  sender text not null,
  receiver text not null,
  time_period integer not null,
  obs_value numeric not null,
  obs_status text,
  note text
);
alter sequence register.remittance_flow_record_id owned by register.remittance_flow.record_id;
create unique index remittance_flow_id on register.remittance_flow using btree (record_id);
create unique index remittance_flow_key on register.remittance_flow using btree (record_key);
create index remittance_flow_delivery on register.remittance_flow using btree (delivery_id);
comment on table register.remittance_flow is 'Remittances. Personal remittances sent from one country to another within a year.';
comment on column register.remittance_flow.record_id is 'Number of the record in this database.';
comment on column register.remittance_flow.recorded_at is 'When the present content was taken.';
comment on column register.remittance_flow.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.remittance_flow.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.remittance_flow.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.remittance_flow.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.remittance_flow.sender is 'Sent from';
comment on column register.remittance_flow.receiver is 'Received in';
comment on column register.remittance_flow.time_period is 'Year';
comment on column register.remittance_flow.obs_value is 'Value';
comment on column register.remittance_flow.obs_status is 'Status of the figure';
comment on column register.remittance_flow.note is 'Note';

create sequence register.population_count_record_id cache 100;
create table register.population_count (
  record_id bigint not null default nextval('register.population_count_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  reference_area text not null,
  district text not null,
  sex text not null,
  age_group text not null,
  time_period integer not null,
  obs_value bigint not null,
  obs_status text,
  note text
);
alter sequence register.population_count_record_id owned by register.population_count.record_id;
create unique index population_count_id on register.population_count using btree (record_id);
create unique index population_count_key on register.population_count using btree (record_key);
create index population_count_delivery on register.population_count using btree (delivery_id);
comment on table register.population_count is 'Population. Inhabitants of the country and its districts at a census or by estimate.';
comment on column register.population_count.record_id is 'Number of the record in this database.';
comment on column register.population_count.recorded_at is 'When the present content was taken.';
comment on column register.population_count.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.population_count.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.population_count.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.population_count.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.population_count.reference_area is 'Country';
comment on column register.population_count.district is 'District';
comment on column register.population_count.sex is 'Sex';
comment on column register.population_count.age_group is 'Age group';
comment on column register.population_count.time_period is 'Year';
comment on column register.population_count.obs_value is 'Value';
comment on column register.population_count.obs_status is 'Status of the figure';
comment on column register.population_count.note is 'Note';

create sequence register.refugee_population_record_id cache 100;
create table register.refugee_population (
  record_id bigint not null default nextval('register.refugee_population_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  asylum_country text not null,
  origin text not null,
  population_type text not null,
  time_period integer not null,
  obs_value bigint not null,
  obs_status text,
  note text
);
alter sequence register.refugee_population_record_id owned by register.refugee_population.record_id;
create unique index refugee_population_id on register.refugee_population using btree (record_id);
create unique index refugee_population_key on register.refugee_population using btree (record_key);
create index refugee_population_delivery on register.refugee_population using btree (delivery_id);
comment on table register.refugee_population is 'Refugees and displaced persons. Forcibly displaced and stateless persons at the end of a year.';
comment on column register.refugee_population.record_id is 'Number of the record in this database.';
comment on column register.refugee_population.recorded_at is 'When the present content was taken.';
comment on column register.refugee_population.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.refugee_population.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.refugee_population.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.refugee_population.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.refugee_population.asylum_country is 'Country of asylum';
comment on column register.refugee_population.origin is 'Country of origin';
comment on column register.refugee_population.population_type is 'Population';
comment on column register.refugee_population.time_period is 'Year';
comment on column register.refugee_population.obs_value is 'Value';
comment on column register.refugee_population.obs_status is 'Status of the figure';
comment on column register.refugee_population.note is 'Note';

create sequence register.asylum_statistic_record_id cache 100;
create table register.asylum_statistic (
  record_id bigint not null default nextval('register.asylum_statistic_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  asylum_country text not null,
  origin text not null,
  indicator text not null,
  procedure_type text,
  decision_level text,
  application_type text,
  counted_unit text,
  time_period integer not null,
  obs_value bigint not null,
  obs_status text,
  note text
);
alter sequence register.asylum_statistic_record_id owned by register.asylum_statistic.record_id;
create unique index asylum_statistic_id on register.asylum_statistic using btree (record_id);
create unique index asylum_statistic_key on register.asylum_statistic using btree (record_key);
create index asylum_statistic_delivery on register.asylum_statistic using btree (delivery_id);
comment on table register.asylum_statistic is 'Asylum applications and decisions. Applications for asylum, decisions and durable solutions within a year.';
comment on column register.asylum_statistic.record_id is 'Number of the record in this database.';
comment on column register.asylum_statistic.recorded_at is 'When the present content was taken.';
comment on column register.asylum_statistic.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.asylum_statistic.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.asylum_statistic.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.asylum_statistic.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.asylum_statistic.asylum_country is 'Country of asylum';
comment on column register.asylum_statistic.origin is 'Country of origin';
comment on column register.asylum_statistic.indicator is 'Indicator';
comment on column register.asylum_statistic.procedure_type is 'Procedure';
comment on column register.asylum_statistic.decision_level is 'Level';
comment on column register.asylum_statistic.application_type is 'Type of application';
comment on column register.asylum_statistic.counted_unit is 'Counted in';
comment on column register.asylum_statistic.time_period is 'Year';
comment on column register.asylum_statistic.obs_value is 'Value';
comment on column register.asylum_statistic.obs_status is 'Status of the figure';
comment on column register.asylum_statistic.note is 'Note';

create sequence register.migration_death_record_id cache 100;
create table register.migration_death (
  record_id bigint not null default nextval('register.migration_death_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  incident_id text not null,
  occurred_on text,
  incident_region text,
  incident_country text,
  origin_region text,
  origin_country text,
  dead bigint,
  missing bigint,
  dead_and_missing bigint not null,
  survivors bigint,
  females bigint,
  males bigint,
  children bigint,
  cause text,
  location text,
  latitude numeric,
  longitude numeric,
  route text,
  source_quality text,
  citation text
);
alter sequence register.migration_death_record_id owned by register.migration_death.record_id;
create unique index migration_death_id on register.migration_death using btree (record_id);
create unique index migration_death_key on register.migration_death using btree (record_key);
create index migration_death_delivery on register.migration_death using btree (delivery_id);
comment on table register.migration_death is 'Deaths in migration. One row for each incident in which migrants died or disappeared on the way to another country.';
comment on column register.migration_death.record_id is 'Number of the record in this database.';
comment on column register.migration_death.recorded_at is 'When the present content was taken.';
comment on column register.migration_death.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.migration_death.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.migration_death.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.migration_death.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.migration_death.incident_id is 'Incident';
comment on column register.migration_death.occurred_on is 'Date';
comment on column register.migration_death.incident_region is 'Region';
comment on column register.migration_death.incident_country is 'Country';
comment on column register.migration_death.origin_region is 'Region of origin';
comment on column register.migration_death.origin_country is 'Country of origin';
comment on column register.migration_death.dead is 'Dead';
comment on column register.migration_death.missing is 'Missing';
comment on column register.migration_death.dead_and_missing is 'Dead and missing';
comment on column register.migration_death.survivors is 'Survivors';
comment on column register.migration_death.females is 'Females';
comment on column register.migration_death.males is 'Males';
comment on column register.migration_death.children is 'Children';
comment on column register.migration_death.cause is 'Cause';
comment on column register.migration_death.location is 'Place';
comment on column register.migration_death.latitude is 'Latitude';
comment on column register.migration_death.longitude is 'Longitude';
comment on column register.migration_death.route is 'Route';
comment on column register.migration_death.source_quality is 'Quality of the source';
comment on column register.migration_death.citation is 'Source';

create sequence register.indicator_series_record_id cache 100;
create table register.indicator_series (
  record_id bigint not null default nextval('register.indicator_series_record_id'),
  recorded_at timestamp with time zone not null default now(),
  record_key uuid not null,
  delivery_id integer not null,
  source_row integer not null,
  source_sheet text,
  reference_area text not null,
  indicator text not null,
  partner text not null,
  time_period integer not null,
  obs_value numeric not null,
  unit text,
  obs_status text,
  note text,
  citation text
);
alter sequence register.indicator_series_record_id owned by register.indicator_series.record_id;
create unique index indicator_series_id on register.indicator_series using btree (record_id);
create unique index indicator_series_key on register.indicator_series using btree (record_key);
create index indicator_series_delivery on register.indicator_series using btree (delivery_id);
comment on table register.indicator_series is 'Indicators. Published figures that give migration its context, one a year, with unit and citation.';
comment on column register.indicator_series.record_id is 'Number of the record in this database.';
comment on column register.indicator_series.recorded_at is 'When the present content was taken.';
comment on column register.indicator_series.record_key is 'First 16 bytes of SHA-256 over agency and key: which record it is.';
comment on column register.indicator_series.delivery_id is 'ledger.delivery that brought the present content.';
comment on column register.indicator_series.source_row is 'Row of the sheet, from 1, as a spreadsheet shows it.';
comment on column register.indicator_series.source_sheet is 'Sheet of the file; null where it has none.';
comment on column register.indicator_series.reference_area is 'Country';
comment on column register.indicator_series.indicator is 'Indicator';
comment on column register.indicator_series.partner is 'Partner country';
comment on column register.indicator_series.time_period is 'Year';
comment on column register.indicator_series.obs_value is 'Value';
comment on column register.indicator_series.unit is 'Unit';
comment on column register.indicator_series.obs_status is 'Status of the figure';
comment on column register.indicator_series.note is 'Note';
comment on column register.indicator_series.citation is 'Citation';
