/**
 * SQL over a register with `asylum_country` and `origin`: from which side the country of interest is seen, and which country
 * is on the other side. A person displaced within the country is on both sides, and is shown from the side of asylum only.
 */
export const perspective = `case when r.asylum_country = $country then 'asylum_country' else 'origin' end`;
export const otherSide = `case when r.asylum_country = $country then coalesce(r.origin, '_U') else coalesce(r.asylum_country, '_U') end`;
export const eitherSide = `(r.asylum_country = $country or r.origin = $country)`;
