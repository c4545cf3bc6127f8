// Supported countries and US states.

/** Assumed from the documented regions: USA, Latin America, Europe, Middle East and Africa. The real list is not public. */
export const SUPPORTED_COUNTRIES = new Set(
	`USA ARG BOL BRA CHL COL CRI DOM ECU GTM HND MEX NIC PAN PER PRI PRY SLV URY
	AUT BEL BGR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LTU LUX LVA MLT NLD NOR POL PRT ROU SVK SVN SWE
	ARE BHR EGY GHA ISR JOR KEN KWT LBN MAR NGA OMN QAT SAU TUN TUR TZA UGA ZAF`.split(/\s+/),
);

/** The fifty states and the District of Columbia (assumed). */
export const US_STATES = new Set(
	`AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD
	TN TX UT VT VA WA WV WI WY DC`.split(/\s+/),
);
