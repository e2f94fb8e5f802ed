import { writeNumberNotations } from './number-notations';

/** To be run when Node brings a new CLDR; `npm run build` leaves the file alone, so that it is the same with every Node. */
await writeNumberNotations();
