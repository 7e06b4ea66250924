/**
 * Folded month names and abbreviations in English, Sesotho, Zulu, French, Portuguese, German, Afrikaans and Spanish.
 */
export const MONTH_NAMES: ReadonlyMap<string, number> = new Map(
  `jan january janv janvier janeiro januar janner januarie januwari enero pherekgong phesekgong perekong pherekong
feb february fev fevr fevrier fevereiro februar februarie febhuwari febrero hlakola tlhakola
mar march mars marco marz maerz mrz maart mrt mashi hlakubele tlhakubele marzo
apr april avr avril abr abril mmesa mesa ephreli
may mai maio mei mayo motsheanong motseanong motseanonng meyi
jun june juin junho juni juny junie junio phupjane phupchane juni
jul july juil juillet julho juli julie julio phupu julayi
aug august aout ago agosto augustus phato phatwe agasti
sep sept september septembre setembro set septiembre lwetse loetse septhemba
oct october octobre outubro out oktober okt octubre mphalane oktoba
nov november novembre novembro noviembre pulungoana pulungwana novemba
dec december decembre dezembro dez dezember des desember diciembre dic tsitoe tsitwe disemba`
    .split('\n')
    .flatMap((line, index) => line.split(' ').map((name): [string, number] => [name, index + 1])),
);
