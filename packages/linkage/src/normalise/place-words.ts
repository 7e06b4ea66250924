const table = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list
      .trim()
      .split(/\s+/)
      .map((pair): [string, string] => {
        const [from = '', to = ''] = pair.split('=');
        return [from, to];
      }),
  );

/** Words of places and streets and the short form in which their spellings agree. */
export const SHORT_FORMS = table(`
  street=st str=st straat=st road=rd weg=rd avenue=ave av=ave aven=ave laan=ave drive=dr drv=dr lane=ln place=pl court=ct crescent=cres cr=cres circuit=cct
  square=sq terrace=tce boulevard=blvd highway=hwy close=cl parade=pde mount=mt mountain=mt saint=st north=n south=s east=e west=w noord=n suid=s oos=e wes=w
  apartment=apt flat=apt unit=apt house=hse building=bldg extension=ext section=sec number=no upper=upr lower=lwr junction=jct station=stn`);

/** Words that say what kind of place it is and are left out when something else remains. */
export const KINDS_OF_PLACE: ReadonlySet<string> = new Set(
  'ha moo village vill vlg motse town township city district ward municipality metropolitan metro local council community suburb area settlement province county'.split(
    ' ',
  ),
);
