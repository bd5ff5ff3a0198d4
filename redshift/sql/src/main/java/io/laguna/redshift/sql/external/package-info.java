/** The readers of statements about external schemas and tables. */
package io.laguna.redshift.sql.external;
