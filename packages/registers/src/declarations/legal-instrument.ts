import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';

/** Laws, policies and agreements that govern migration: part C of a Migration Profile. */
export const legalInstrument = defineRegister({
  id: 'legal_instrument',
  label: { en: 'Laws and policies', st: 'Melao le maano' },
  description: { en: 'One record for each act, regulation, policy, strategy or agreement on migration.' },
  custodian: 'home_affairs_immigration',
  source: 'IOM Migration Governance Indicators; SDG indicator 10.7.2',
  datedBy: 'year',
  key: ['id_code'],
  fields: [
    fieldOf('id_code', 'identifier', 'Code', 'Short code of the instrument.', {
      required: true,
      aliases: ['code', 'id', 'id code', 'instrument id', 'number', 'act no'],
    }),
    fieldOf('title', 'text', 'Title', 'Full title.', {
      required: true,
      aliases: ['title', 'name', 'short title', 'instrument', 'act', 'law', 'policy', 'titre', 'título'],
    }),
    fieldOf('instrument_kind', 'code', 'Kind', 'Act, regulations, policy, strategy, agreement or protocol.', {
      classification: 'instrument_kind',
      aliases: ['kind', 'type', 'instrument type', 'instrument kind', 'kind of instrument'],
    }),
    fieldOf('year', 'year', 'Year', 'Year of enactment, adoption or launch.', {
      aliases: ['year', 'year of enactment', 'year adopted', 'date', 'selemo', 'année', 'ano'],
    }),
    fieldOf('status', 'code', 'Status', 'Whether it is in force.', {
      classification: 'instrument_status',
      aliases: ['status', 'state', 'in force', 'stage'],
    }),
    fieldOf('domain', 'text', 'Domain', 'Field of policy: entry and stay, protection, labour …', {
      aliases: ['domain', 'subject', 'area', 'theme', 'topic', 'field'],
    }),
    fieldOf('custodian', 'text', 'Custodian', 'Id of the agency that administers it.', {
      aliases: ['custodian', 'agency', 'ministry', 'responsible', 'lead agency', 'administered by'],
    }),
    fieldOf('citation', 'long_text', 'Citation', 'Where it is published.', {
      aliases: ['citation', 'source', 'gazette', 'reference', 'link', 'url'],
    }),
  ],
  rules: [],
});
