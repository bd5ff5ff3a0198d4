/** The readers of statements that define tables, views and procedures. */
package io.laguna.redshift.sql.ddl;
