/** Dates and times as COPY reads them. */
package io.laguna.redshift.load.moment;
