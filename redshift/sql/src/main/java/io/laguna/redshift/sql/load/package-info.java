/** The readers of COPY and UNLOAD. */
package io.laguna.redshift.sql.load;
