import type { Guard } from '../cluster/person-clusters.ts';
import type { Bilingual } from '../explain/bilingual.ts';
import type { ReviewReason } from './review-queue.ts';

/** Why a pair is asked, by reason and by what the decision moves. */
export const reasonPhrases: Readonly<Record<ReviewReason, Bilingual>> = {
  in_doubt: {
    en: 'In doubt: decides whether {left} and {right} are one person',
    st: 'Ho na le pelaelo: qeto e bontša hore na {left} le {right} ke motho a le mong',
  },
  bridge: {
    en: 'The only link between {left} and {right}',
    st: 'Ke sona feela se hokahanyang {left} le {right}',
  },
  held_back: {
    en: 'Held back although alike ({guard}): decides whether {left} and {right} are one person',
    st: 'E thibetsoe le hoja li tšoana ({guard}): qeto e bontša hore na {left} le {right} ke motho a le mong',
  },
};

export const recordsPhrases = {
  one: { en: '1 record', st: 'rekoto e le 1' },
  many: { en: '{count} records', st: 'lirekoto tse {count}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Why two records above the threshold were not made one person. */
export const guardPhrases: Readonly<Record<Guard, Bilingual>> = {
  twice_in_source: {
    en: 'one person would stand twice in a source that has nobody twice',
    st: 'motho a le mong o ne a tla hlaha habeli faeleng e se nang motho habeli',
  },
  impossible: {
    en: 'they differ in what a person has only one of',
    st: 'li fapana nthong eo motho a nang le e le ’ngoe feela ea eona',
  },
  giant: {
    en: 'the weakest link of a group too large to be one person',
    st: 'ke sehokelo se fokolang ka ho fetisisa sa sehlopha se seholo haholo hore e ka ba motho a le mong',
  },
  better_candidate: {
    en: 'another record of the same source fits better',
    st: 'rekoto e ’ngoe ea mohloli ona e loketse ho feta',
  },
  reviewer: { en: 'a reviewer said that they are not the same', st: 'mohlahlobi o itse ha ba tšoane' },
};
